/**
 * The rules of the protocol as scripts of what clients send and receive: no network, no threads, the clock turned by hand.
 *
 * <p>Read {@link org.bayeux.server.scenario.HandshakeTest} first. Depends on the testkit.
 */
@NullMarked
package org.bayeux.server.scenario;

import org.jspecify.annotations.NullMarked;
