package org.bayeux.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Subscribes a method of a service to broadcast channels, as a client does.
 *
 * <p>The parameters of the method are, in any order and as far as it wants them: the {@link
 * org.bayeux.api.Message}; its payload, as {@code Object} or any type that the JSON library can make of
 * it; and one with {@link Param} for each parameter of a template channel. It is not called for a payload
 * that does not fit. It sees messages after the server processed them and does not learn who sent them. An exception is logged. In a
 * service of a client the subscription is made after each successful handshake. Source: manual,
 * 9.3.3.9 and 9.3.3.17.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Subscription {

    /** Names of the channels, which may be wild or templates such as {@code /chat/{room}}. */
    String[] value();
}
