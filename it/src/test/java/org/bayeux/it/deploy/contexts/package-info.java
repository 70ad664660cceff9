/** An application whose services use what the container offers. Depends on the product's API only. */
@NullMarked
package org.bayeux.it.deploy.contexts;

import org.jspecify.annotations.NullMarked;
