/**
 * A chat with rooms, as an example of a Bayeux application.
 * Depends on the API and CDI only.
 */
@NullMarked
package org.bayeux.examples.chat;

import org.jspecify.annotations.NullMarked;
