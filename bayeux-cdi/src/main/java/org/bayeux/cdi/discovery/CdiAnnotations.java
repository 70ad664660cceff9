package org.bayeux.cdi.discovery;

import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedCallable;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.Map;
import org.bayeux.server.service.AnnotationSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells the annotations of a class as CDI sees them, after all extensions added and removed theirs.
 *
 * <p>Members that CDI does not list, such as default methods of interfaces, have the annotations they were compiled
 * with. Immutable.
 */
final class CdiAnnotations implements AnnotationSource {

    private final Map<AnnotatedElement, Annotated> known = new HashMap<>();

    CdiAnnotations(AnnotatedType<?> type) {
        known.put(type.getJavaClass(), type);
        for (AnnotatedField<?> field : type.getFields()) {
            known.put(field.getJavaMember(), field);
        }
        for (AnnotatedMethod<?> method : type.getMethods()) {
            known.put(method.getJavaMember(), method);
            addParameters(method);
        }
    }

    private void addParameters(AnnotatedCallable<?> method) {
        for (AnnotatedParameter<?> parameter : method.getParameters()) {
            known.put(parameter.getJavaParameter(), parameter);
        }
    }

    @Override
    public <A extends Annotation> @Nullable A find(AnnotatedElement element, Class<A> kind) {
        Annotated annotated = known.get(element);
        return annotated == null ? element.getAnnotation(kind) : annotated.getAnnotation(kind);
    }
}
