package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

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
        return isLater(method)
                && method.getGenericReturnType() instanceof ParameterizedType stage
                && isBoolean(stage.getActualTypeArguments());
    }

    /** Whether the result is a promise that does not tell when it is kept. */
    static boolean isBlockingFuture(Method method) {
        return Future.class.isAssignableFrom(method.getReturnType()) && !isLater(method);
    }

    /** Whether the result comes later. */
    static boolean isLater(Method method) {
        return CompletionStage.class.isAssignableFrom(method.getReturnType());
    }

    private static boolean isBoolean(Type[] arguments) {
        return arguments.length == 1 && arguments[0] == Boolean.class;
    }
}
