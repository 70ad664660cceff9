/** Which node wants which messages, so that each crosses to those alone. Internal. */
@NullMarked
package org.bayeux.oort.interest;

import org.jspecify.annotations.NullMarked;
