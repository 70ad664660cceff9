/**
 * Annotations that turn a plain class into a Bayeux service.
 *
 * <p>Read {@link org.bayeux.annotation.Service} first. This package depends on
 * {@code org.bayeux.api} and on two annotations of CDI that may be absent at run time.
 */
@NullMarked
package org.bayeux.annotation;

import org.jspecify.annotations.NullMarked;
