/**
 * What Bayeux servers and clients share: messages, channels, sessions, transports.
 *
 * <p>Read {@link org.bayeux.api.Message} first. This package depends on the JDK only.
 */
@NullMarked
package org.bayeux.api;

import org.jspecify.annotations.NullMarked;
