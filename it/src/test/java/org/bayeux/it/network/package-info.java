/** Faults between client and server, made on purpose. */
@NullMarked
package org.bayeux.it.network;

import org.jspecify.annotations.NullMarked;
