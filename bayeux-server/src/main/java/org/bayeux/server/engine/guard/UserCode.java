package org.bayeux.server.engine.guard;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Calls listeners, extensions and policies of the application. Stateless. */
public final class UserCode {

    private static final boolean GOES_ON = true;

    private UserCode() {}

    /** Whether any listener is of this kind. */
    public static boolean isAny(Iterable<?> listeners, Class<?> kind) {
        for (Object listener : listeners) {
            if (kind.isInstance(listener)) {
                return true;
            }
        }
        return false;
    }

    /** Tells each listener of this kind, in order, whatever the others do. */
    public static <L> void tell(Iterable<?> listeners, Class<L> kind, Consumer<L> call) {
        for (Object listener : listeners) {
            if (kind.isInstance(listener)) {
                run(listener, () -> call.accept(kind.cast(listener)));
            }
        }
    }

    /** Asks each listener of this kind, in order, until one says no; a failing one has no say. */
    public static <L> boolean allAgree(Iterable<?> listeners, Class<L> kind, Predicate<L> question) {
        for (Object listener : listeners) {
            if (kind.isInstance(listener) && !ask(listener, GOES_ON, () -> question.test(kind.cast(listener)))) {
                return false;
            }
        }
        return true;
    }

    /** Runs a call into {@code code}. */
    public static void run(Object code, Runnable call) {
        try {
            call.run();
        } catch (Throwable e) {
            GuardLog.userCodeFailed(code, e);
        }
    }

    /** Asks {@code code}, which counts as having said {@code ifFailed} if it throws. */
    public static boolean ask(Object code, boolean ifFailed, BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (Throwable e) {
            GuardLog.userCodeFailed(code, e);
            return ifFailed;
        }
    }

    /** Encodes a message with objects of the application; {@code false}: they have no JSON form. */
    public static boolean encodes(Runnable encoding) {
        try {
            encoding.run();
            return true;
        } catch (Throwable e) {
            GuardLog.notWritable(e);
            return false;
        }
    }

    /** Records that an answer promised by {@code code} came as an exception. */
    public static void failedLater(Object code, Throwable failure) {
        GuardLog.userCodeFailed(code, failure);
    }
}
