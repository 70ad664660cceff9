/**
 * Released clients, hostile clients and many clients against a real server: proves that adapters and container fit.
 *
 * <p>Read {@link org.bayeux.it.CometdJavaClientIT} first. The protocol's rules are proven in the server module.
 */
@NullMarked
package org.bayeux.it;

import org.jspecify.annotations.NullMarked;
