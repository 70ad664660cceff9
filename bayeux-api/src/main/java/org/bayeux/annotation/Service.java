package org.bayeux.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a service, whose annotated methods take part in Bayeux communication.
 *
 * <p>With CDI it is a stereotype: the class becomes an application scoped bean, also in an archive
 * without {@code beans.xml}, unless it declares another scope. Without CDI the service is handed to an
 * annotation processor of the server or of the client.
 *
 * <p>Not inherited on purpose: containers differ in whether they discover a subclass by an inherited
 * stereotype, and where they do, base class and subclass would both be registered. A subclass that
 * is to be a service says so itself. Source: manual, 9.3.3.2 to 9.3.3.18.
 */
@Stereotype
@ApplicationScoped
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Service {

    /** Name of the service, with which its session id begins; by default the name of the class. */
    String value() default "";
}
