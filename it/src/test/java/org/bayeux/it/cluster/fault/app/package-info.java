/** The application whose nodes fail: shares what can be shared, and tells what it knows. */
@NullMarked
package org.bayeux.it.cluster.fault.app;

import org.jspecify.annotations.NullMarked;
