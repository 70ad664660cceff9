/** An application on several servers that tells what it knows of the others. */
@NullMarked
package org.bayeux.it.cluster.app;

import org.jspecify.annotations.NullMarked;
