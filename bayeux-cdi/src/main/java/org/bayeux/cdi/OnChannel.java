package org.bayeux.cdi;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ties a bean or an observer to channels.
 *
 * <p>On the parameter {@code @Observes ChannelMessage} or {@code @ObservesAsync ChannelMessage} of a method, it says whose
 * messages the method observes, see {@link ChannelMessage}; there the names may be templates such as
 * {@code /chat/{room}}.
 *
 * <p>An {@link org.bayeux.api.server.Authorizer} with this qualifier is added to the channels when the application
 * starts. The channels are made if they do not exist.
 */
@Qualifier
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface OnChannel {

    /** Names of the channels, which may be wild; for an observer, templates too. */
    @Nonbinding
    String[] value();
}
