/**
 * Shows a server to JMX.
 *
 * <p>Read {@link org.bayeux.server.engine.management.Management} first. Depends on the parts of the engine that it shows;
 * only the engine itself knows it.
 */
@NullMarked
package org.bayeux.server.engine.management;

import org.jspecify.annotations.NullMarked;
