/**
 * Where the options of a deployed server come from.
 *
 * <p>Read {@link org.bayeux.cdi.config.Settings} first. Depends on the server's configuration only.
 */
@NullMarked
package org.bayeux.cdi.config;

import org.jspecify.annotations.NullMarked;
