/** What one web application of an EAR has and the other has not. Depends on the product's API only. */
@NullMarked
package org.bayeux.it.deploy.annex;

import org.jspecify.annotations.NullMarked;
