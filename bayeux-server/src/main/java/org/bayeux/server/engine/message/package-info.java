/**
 * How messages come into being: replies, errors, advice, and what applications send.
 *
 * <p>Read {@link org.bayeux.server.engine.message.Messages} first. Depends on wire and the API.
 */
@NullMarked
package org.bayeux.server.engine.message;

import org.jspecify.annotations.NullMarked;
