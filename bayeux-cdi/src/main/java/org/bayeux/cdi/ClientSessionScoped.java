package org.bayeux.cdi;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a bean live as long as one Bayeux session: each client has one object of it, made when it is used first and
 * destroyed behind the last callback of the session.
 *
 * <p>Active in whatever runs for a session: policy (that of the handshake included, whose session is the one to be),
 * authorizers, extensions that see what a client sent, listeners, subscriptions, remote calls, observers, and listeners of
 * the session's own coming and going. The session is the sender of the message; where nobody sent one, as in a timer of the
 * application, the context is not active. Objects are never stored, so the bean need not be serializable; several messages
 * of one client may be processed at once, so it has to be thread-safe.
 */
@NormalScope
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface ClientSessionScoped {}
