/**
 * The life of a server inside an application: when it is made, what is put onto it, how its services are called, and
 * how it ends without leaving anything behind.
 *
 * <p>Read {@link org.bayeux.cdi.lifecycle.ServerLifecycle} first. Depends on the server, CDI and Jakarta Concurrency.
 */
@NullMarked
package org.bayeux.cdi.lifecycle;

import org.jspecify.annotations.NullMarked;
