/** The web application that an EAR has several times. Depends on the product's API only. */
@NullMarked
package org.bayeux.it.deploy.part;

import org.jspecify.annotations.NullMarked;
