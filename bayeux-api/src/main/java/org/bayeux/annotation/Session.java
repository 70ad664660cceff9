package org.bayeux.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a service its own session.
 *
 * <p>Goes on a field, or on a method with one parameter, of type {@link
 * org.bayeux.api.server.LocalSession} or {@link org.bayeux.api.server.ServerSession} in a service on
 * the server, and {@link org.bayeux.api.client.ClientSession} in a service of a client. All of them in
 * one service belong to the same session. Set before any callback of the service is called; not to be
 * combined with {@code @Inject}. Source: manual, 9.3.3.7 and 9.3.3.15.
 */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Session {}
