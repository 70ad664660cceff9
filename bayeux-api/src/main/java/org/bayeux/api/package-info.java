/**
 * What server and client have in common: channels, messages, sessions, transports.
 * Read {@code Channel} and {@code Message} first. Depends on nothing.
 */
@NullMarked
package org.bayeux.api;

import org.jspecify.annotations.NullMarked;
