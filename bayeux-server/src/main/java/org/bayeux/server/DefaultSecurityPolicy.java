package org.bayeux.server;

import org.bayeux.api.server.SecurityPolicy;

/**
 * The rules that hold unless the application has others: those that {@link SecurityPolicy} describes at its methods.
 *
 * <p>Meant to be extended by policies that refuse more. Thread-safe. Source: manual, 9.3.4.
 */
public class DefaultSecurityPolicy implements SecurityPolicy {

    /** Makes the policy; it has no state. */
    public DefaultSecurityPolicy() {}
}
