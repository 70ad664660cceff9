/**
 * What makes the class loader of one deployment visible.
 *
 * <p>Only {@link org.bayeux.it.app.leak.Footprint}, added to the archives whose end is watched.
 */
@NullMarked
package org.bayeux.it.app.leak;

import org.jspecify.annotations.NullMarked;
