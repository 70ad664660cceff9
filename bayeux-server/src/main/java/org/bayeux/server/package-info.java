/**
 * The container-free Bayeux server and what applications use of it without CDI.
 * Depends on the API and the wire module.
 */
@NullMarked
package org.bayeux.server;

import org.jspecify.annotations.NullMarked;
