package org.bayeux.server.service;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with one service class. Confined to one reading. */
final class Problems {

    private final Class<?> type;
    private final List<ServiceProblem> found = new ArrayList<>();

    Problems(Class<?> type) {
        this.type = type;
    }

    void add(ServiceRule rule, Method method, String what) {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        add(rule, '.' + method.getName() + '(' + parameters + ')', what);
    }

    void add(ServiceRule rule, Field field, String what) {
        add(rule, '.' + field.getName(), what);
    }

    void add(ServiceRule rule, String what) {
        add(rule, "", what);
    }

    private void add(ServiceRule rule, String member, String what) {
        found.add(new ServiceProblem(rule.code(), type, type.getName() + member, what, rule.fix()));
    }

    int count() {
        return found.size();
    }

    List<ServiceProblem> found() {
        return List.copyOf(found);
    }
}
