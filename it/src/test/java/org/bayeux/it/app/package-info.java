/**
 * The application that the tests deploy: every kind of service callback, and a control resource.
 *
 * <p>Read {@link org.bayeux.it.app.EchoService} first. Written as a user would write it: against {@code bayeux-api},
 * {@code DefaultSecurityPolicy} and Jakarta EE.
 */
@NullMarked
package org.bayeux.it.app;

import org.jspecify.annotations.NullMarked;
