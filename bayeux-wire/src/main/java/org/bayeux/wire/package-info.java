/**
 * Bayeux messages as JSON text: parsed lazily, encoded once. Read {@code BayeuxMessage} first.
 * Depends on the API, JSON-P and JSON-B.
 */
@NullMarked
package org.bayeux.wire;

import org.jspecify.annotations.NullMarked;
