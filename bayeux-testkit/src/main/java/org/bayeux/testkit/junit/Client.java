package org.bayeux.testkit.junit;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bayeux.server.config.ServerConfig;

/**
 * Says which client is injected. Without it, or without a name, each field and each parameter is a client of its own, over a
 * WebSocket and without a user.
 */
@Qualifier
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Client {

    /** Its name: wherever the same one stands in a test, the same client is injected, and described only once. */
    @Nonbinding
    String value() default "";

    /** The user who is logged in there; nobody if it is empty. */
    @Nonbinding
    String user() default "";

    /** The roles of the user, as services name them in {@code @RolesAllowed}. */
    @Nonbinding
    String[] roles() default {};

    /** How it connects: {@code websocket}, {@code long-polling} or {@code callback-polling}. */
    @Nonbinding
    String transport() default ServerConfig.WEBSOCKET;

    /** What is meant where nothing is said. */
    final class Literal extends AnnotationLiteral<Client> implements Client {

        /** The only one. */
        public static final Literal DEFAULT = new Literal();

        private static final long serialVersionUID = 1L;

        private Literal() {}

        @Override
        public String value() {
            return "";
        }

        @Override
        public String user() {
            return "";
        }

        @Override
        public String[] roles() {
            return new String[0];
        }

        @Override
        public String transport() {
            return ServerConfig.WEBSOCKET;
        }
    }
}
