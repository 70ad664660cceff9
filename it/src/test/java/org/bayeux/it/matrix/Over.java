package org.bayeux.it.matrix;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The transports of a test, or of all tests of a class that do not say it themselves. A test with a parameter of type
 * {@link org.bayeux.it.cometd.Connector} needs none: it says for each run which one it takes.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Over {

    /** All that take part. */
    Transport[] value();
}
