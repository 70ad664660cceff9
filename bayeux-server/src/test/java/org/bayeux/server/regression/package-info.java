/**
 * The mistakes that Bayeux servers are known to make again and again, each with the test that keeps this one from it:
 * time and sweeping ({@link org.bayeux.server.regression.SilenceTest}), lost connections
 * ({@link org.bayeux.server.regression.LostConnectionTest}), sessions that have ended
 * ({@link org.bayeux.server.regression.EndedSessionTest}), refused messages
 * ({@link org.bayeux.server.regression.RefusalTest}), requests that overlap
 * ({@link org.bayeux.server.regression.OverlapTest}), acknowledgements
 * ({@link org.bayeux.server.regression.AcknowledgementTest}), channels ({@link org.bayeux.server.regression.ChannelTest}).
 * What needs a container is {@code PeerRegressionsIT}. Depends on the testkit.
 */
@NullMarked
package org.bayeux.server.regression;

import org.jspecify.annotations.NullMarked;
