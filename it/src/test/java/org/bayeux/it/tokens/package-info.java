/**
 * An application whose clients show tokens that expire.
 *
 * <p>Read {@link org.bayeux.it.tokens.TokenPolicy} first. Written as a user would write it.
 */
@NullMarked
package org.bayeux.it.tokens;

import org.jspecify.annotations.NullMarked;
