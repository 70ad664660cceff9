/**
 * One server put together: what runs, and what applications hold of it.
 *
 * <p>Read {@link org.bayeux.server.engine.Engine} first. Depends on all packages below; only the builder uses it.
 */
@NullMarked
package org.bayeux.server.engine;

import org.jspecify.annotations.NullMarked;
