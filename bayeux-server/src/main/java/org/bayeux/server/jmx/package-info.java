/**
 * What JMX shows of a server: the interfaces of its MBeans (manual 9.3.13), whose names are
 * {@code org.bayeux:type=Server,context="/app"} with the types {@code Server}, {@code Sessions}, {@code Channels}, with a
 * {@code name} each {@code Transport}, and in a cluster {@code Cluster}.
 *
 * <p>Read {@link org.bayeux.server.jmx.ServerMXBean} first. Depends on nothing.
 */
@NullMarked
package org.bayeux.server.jmx;

import org.jspecify.annotations.NullMarked;
