package org.bayeux.oort;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which shared object is to be injected (manual 9.7.1): an {@link OortStringMap}, {@link OortLongMap},
 * {@link OortMap}, {@link OortList}, {@link OortObject}, {@link OortLong} or {@link OortMasterLong}.
 *
 * <pre>{@code
 * @Inject
 * @Shared("users")
 * OortStringMap<UserInfo> users;
 * }</pre>
 *
 * <p>All beans of an application that say the same name have the same object, and have to agree on its type. It is started
 * with the node, before clients come, whether a bean has it injected by then or not. On the other nodes its part goes with
 * the node; here it can be used until the application has ended. Values, elements and parts that come from other nodes are
 * of the type that the injection point says.
 *
 * <p>An {@code OortObject} begins with zero, false, the empty text or collection, or what the constructor without
 * parameters makes.
 */
@Qualifier
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Shared {

    /** The name, the same on all nodes; not blank. */
    @Nonbinding
    String value();
}
