/**
 * Ties the server to the web application it serves: options, transports, start and end.
 *
 * <p>Read {@link org.bayeux.cdi.web.BayeuxInitializer} first. Depends on the life cycle and on the Servlet API.
 */
@NullMarked
package org.bayeux.cdi.web;

import org.jspecify.annotations.NullMarked;
