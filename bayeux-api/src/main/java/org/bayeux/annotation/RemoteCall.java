package org.bayeux.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Lets clients call a method of a service on the server.
 *
 * <p>The first parameter of the method is the {@link Caller}, the second one the data the client sent,
 * as {@code Object} or as any type that the JSON library can make of it, and then a {@code String} with
 * {@link Param} for each parameter of a template target, in the template's order. The method answers
 * through the caller, at once or later and from any thread; a call that is never answered times out at
 * the client. If the method throws, the client is told of a failure without details. Source: manual,
 * 9.3.3.11.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RemoteCall {

    /**
     * Targets that clients call, such as {@code contacts} or {@code contacts/{userId}}, with or without
     * a slash before them; never wild.
     */
    String[] value();

    /**
     * The client that waits for the answer to one remote call.
     *
     * <p>Thread-safe. Only the first answer counts.
     */
    interface Caller {

        /** Returns the session that called. */
        ServerSession getServerSession();

        /**
         * Answers with success.
         *
         * @param result anything that the JSON library can write; null for no result
         * @return true if the answer is on its way, false if the call was answered before or the
         *     session has ended
         */
        boolean result(@Nullable Object result);

        /**
         * Answers with failure.
         *
         * @param failure anything that the JSON library can write; null for no details
         * @return true if the answer is on its way, false if the call was answered before or the
         *     session has ended
         */
        boolean failure(@Nullable Object failure);
    }
}
