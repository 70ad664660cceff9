package org.bayeux.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls a method of a service with the messages that reach a channel.
 *
 * <p>On the server the method sees messages before any subscriber does. Its parameters are, in any
 * order and as far as it wants them: the sender's {@link org.bayeux.api.server.ServerSession}, null if
 * code on the server published without one; the {@link org.bayeux.api.server.ServerMessage} or its
 * mutable form; the payload, as {@code Object} or any type that the JSON library can make of it; and one
 * with {@link Param} for each parameter of a template channel. It returns nothing, or a boolean or a
 * {@code CompletionStage} of one: false stops the message. An exception is logged and does not stop it.
 * A message whose payload does not fit is stopped, with the error {@code 400::data_unfit}.
 *
 * <p>In a service of a client the method has one parameter, a {@link org.bayeux.api.Message}, and is
 * meant for meta channels. Source: manual, 9.3.3.8 and 9.3.3.16.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Listener {

    /** Names of the channels, which may be wild or templates such as {@code /chat/{room}}. */
    String[] value();

    /** Whether the method also sees messages that its own service's session published. */
    boolean receiveOwnPublishes() default false;
}
