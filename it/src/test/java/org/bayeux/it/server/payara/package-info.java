/**
 * What runs inside the child process of a Payara Micro.
 *
 * <p>Only {@link org.bayeux.it.server.payara.PayaraHost}, which knows nothing but the JDK and Payara's own API.
 */
@NullMarked
package org.bayeux.it.server.payara;

import org.jspecify.annotations.NullMarked;
