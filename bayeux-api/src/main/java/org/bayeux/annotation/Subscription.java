package org.bayeux.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Subscribes a method of a service to broadcast channels, as a client does.
 *
 * <p>The method has a parameter of type {@link org.bayeux.api.Message}, and then a {@code String} with
 * {@link Param} for each parameter of a template channel, in the template's order. It sees messages
 * after the server processed them and does not learn who sent them. An exception is logged. In a
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
