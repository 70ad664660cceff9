package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CompletionStage;

/** Tells what the results of service methods mean. */
final class ReturnTypes {

    private ReturnTypes() {}

    static boolean isNothing(Method method) {
        return method.getReturnType() == void.class;
    }

    /** Whether the result tells at once if a message goes on. */
    static boolean isDecision(Method method) {
        return method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class;
    }

    /** Whether the result tells later if a message goes on. */
    static boolean isLaterDecision(Method method) {
        return CompletionStage.class.isAssignableFrom(method.getReturnType())
                && method.getGenericReturnType() instanceof ParameterizedType stage
                && isBoolean(stage.getActualTypeArguments());
    }

    private static boolean isBoolean(Type[] arguments) {
        return arguments.length == 1 && arguments[0] == Boolean.class;
    }
}
