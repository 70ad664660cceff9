package org.bayeux.it.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class the shared server: a parameter of type {@link TestServer} or {@link TestApplication}
 * (the application of package {@code org.bayeux.it.app}) is filled in.
 *
 * <p>The server starts when it is first asked for, serves all classes of the run, and ends after the last.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedServer.class)
public @interface OnServer {}
