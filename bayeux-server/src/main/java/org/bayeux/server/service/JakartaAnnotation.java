package org.bayeux.server.service;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;

/** Annotations of Jakarta EE that plain services may carry, known by name so that Jakarta EE may be absent. */
enum JakartaAnnotation {
    ASYNCHRONOUS("jakarta.enterprise.concurrent.Asynchronous"),
    INJECT("jakarta.inject.Inject"),
    POST_CONSTRUCT("jakarta.annotation.PostConstruct"),
    PRE_DESTROY("jakarta.annotation.PreDestroy");

    private final String type;

    JakartaAnnotation(String type) {
        this.type = type;
    }

    boolean isOn(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(type));
    }
}
