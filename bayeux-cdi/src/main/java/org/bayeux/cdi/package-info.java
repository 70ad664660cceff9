/**
 * Bayeux services as CDI beans: discovery, binding, life cycle.
 * Depends on the server module and Jakarta EE.
 */
@NullMarked
package org.bayeux.cdi;

import org.jspecify.annotations.NullMarked;
