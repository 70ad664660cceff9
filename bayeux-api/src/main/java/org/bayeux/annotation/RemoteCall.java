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
 * <p>The parameters of the method are, in any order and as far as it wants them: the data the client
 * sent, as {@code Object} or as any type that the JSON library can make of it; the client's {@link
 * org.bayeux.api.server.ServerSession}; the {@link org.bayeux.api.server.ServerMessage}; and one with
 * {@link Param} for each parameter of a template target.
 *
 * <p>What the method returns is the answer, a {@code CompletionStage} answers when it ends. A method
 * with a parameter of type {@link Caller} returns nothing and answers through that, at once or later and
 * from any thread; a call that is never answered times out at the client. If the method throws, the
 * client is told of a failure without details, except for a {@link Failure}. Source: manual, 9.3.3.11.
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
     * Thrown by the method, or in the stage that it returns, to answer with failure. What it carries is
     * for the client; it is not logged.
     */
    final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable Object data;

        /**
         * Answers with failure.
         *
         * @param data anything that the JSON library can write; null for no details
         */
        public Failure(@Nullable Object data) {
            super("a remote call is answered with failure");
            this.data = data;
        }

        /** Returns what the client is told. */
        public @Nullable Object data() {
            return data;
        }
    }

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
