/**
 * Faults of servers and networks, repeated, while real clients look whether what the guide promises holds.
 *
 * <p>Read {@link org.bayeux.it.cluster.fault.FaultTrials} first. Not part of the ordinary tests: see the profile
 * {@code cluster-faults}.
 */
@NullMarked
package org.bayeux.it.cluster.fault;

import org.jspecify.annotations.NullMarked;
