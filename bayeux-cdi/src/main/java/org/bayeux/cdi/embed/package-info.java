/**
 * The server of an application in CDI without a servlet container: for tests, and for programs with CDI on plain Java.
 *
 * <p>Read {@link org.bayeux.cdi.embed.EmbeddedServer} first. Depends on the life cycle of servers.
 */
@NullMarked
package org.bayeux.cdi.embed;

import org.jspecify.annotations.NullMarked;
