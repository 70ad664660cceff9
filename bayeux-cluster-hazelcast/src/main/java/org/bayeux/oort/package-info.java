/** Several servers that work as one (manual 9.5 to 9.7). */
@NullMarked
package org.bayeux.oort;

import org.jspecify.annotations.NullMarked;
