/**
 * Filters that clean or check the payload of what clients publish, before anybody else sees it.
 *
 * <p>Read {@link org.bayeux.server.filter.DataFilterMessageListener} first. Depends on the API, and on
 * the wire for logs.
 */
@NullMarked
package org.bayeux.server.filter;

import org.jspecify.annotations.NullMarked;
