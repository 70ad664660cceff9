/**
 * Annotations that make a class a Bayeux service. Read {@code Service} first.
 * Depends on {@code org.bayeux.api} and the annotations of CDI, which may be absent at run time.
 */
@NullMarked
package org.bayeux.annotation;

import org.jspecify.annotations.NullMarked;
