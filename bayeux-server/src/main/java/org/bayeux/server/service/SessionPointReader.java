package org.bayeux.server.service;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.bayeux.annotation.Session;

/** Reads where objects of one service class want their session, and notes what is wrong there. Confined. */
final class SessionPointReader {

    private final AnnotationSource annotations;
    private final Problems problems;

    SessionPointReader(AnnotationSource annotations, Problems problems) {
        this.annotations = annotations;
        this.problems = problems;
    }

    /** The place, or nothing if the field is none or has a problem. */
    Optional<SessionPoint> read(Field field) {
        if (annotations.find(field, Session.class) == null) {
            return Optional.empty();
        }
        int before = problems.count();
        if (!SessionPoint.accepts(field.getType())) {
            problems.add(ServiceRule.SESSION_TYPE, field, "@Session on a field of type " + nameOf(field.getType()));
        }
        if ((field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) != 0) {
            problems.add(ServiceRule.SESSION_WRITABLE, field, "@Session on a static or final field");
        }
        if (JakartaAnnotation.INJECT.isOn(field)) {
            problems.add(ServiceRule.SESSION_NOT_INJECTED, field, "@Session together with @Inject");
        }
        return problems.count() > before ? Optional.empty() : Optional.of(SessionPoint.field(field));
    }

    /** The place, or nothing if the method is none or has a problem. */
    Optional<SessionPoint> read(Method method) {
        if (annotations.find(method, Session.class) == null) {
            return Optional.empty();
        }
        int before = problems.count();
        if (method.getParameterCount() != 1 || !ReturnTypes.isNothing(method)) {
            problems.add(ServiceRule.SESSION_SETTER, method, "a method with @Session is no setter");
        } else if (!SessionPoint.accepts(method.getParameterTypes()[0])) {
            problems.add(ServiceRule.SESSION_TYPE, method, "@Session on a setter of another type");
        }
        if (Modifier.isStatic(method.getModifiers())) {
            problems.add(ServiceRule.SESSION_WRITABLE, method, "@Session on a static method");
        }
        if (JakartaAnnotation.INJECT.isOn(method)) {
            problems.add(ServiceRule.SESSION_NOT_INJECTED, method, "@Session together with @Inject");
        }
        return problems.count() > before ? Optional.empty() : Optional.of(SessionPoint.setter(method));
    }

    private static String nameOf(Class<?> type) {
        return type.getSimpleName();
    }
}
