package org.bayeux.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a method of a service create and configure channels when the service starts.
 *
 * <p>The method has one parameter, a {@link org.bayeux.api.server.ConfigurableServerChannel}, and
 * returns nothing. It is called once for each channel before anybody else can use it. Source: manual,
 * 9.3.3.6.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Configure {

    /** Names of the channels, which may be wild but not templates. */
    String[] value();

    /** Whether it is an error, which stops the service, if a channel exists already. */
    boolean errorIfExists() default true;

    /** Whether the method is called for a channel that exists already, if that is no error. */
    boolean configureIfExists() default false;
}
