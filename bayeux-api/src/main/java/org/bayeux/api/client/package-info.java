/**
 * The client side as applications see it. Read {@code ClientSession} first.
 * Depends on {@code org.bayeux.api} only.
 */
@NullMarked
package org.bayeux.api.client;

import org.jspecify.annotations.NullMarked;
