/**
 * The released CometD client for Java, made to wait.
 *
 * <p>Read {@link org.bayeux.it.cometd.CometdClient} first. Depends on the released client only.
 */
@NullMarked
package org.bayeux.it.cometd;

import org.jspecify.annotations.NullMarked;
