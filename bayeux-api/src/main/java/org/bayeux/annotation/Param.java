package org.bayeux.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Passes a parameter of a template channel to a parameter of a callback method: a {@code String}, a
 * number, a boolean, an enum by the name of its constant, or a {@code UUID}. A message on a channel whose
 * segment is none is refused. A method that observes a channel may have {@code String}s injected the same way.
 *
 * <p>Source: manual, 9.3.3.8.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Param {

    /** Name of the parameter in the template: {@code room} for {@code /chat/{room}}. */
    String value();
}
