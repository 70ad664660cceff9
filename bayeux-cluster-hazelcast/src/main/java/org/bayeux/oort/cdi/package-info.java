/** The node of an application's server as CDI beans; {@link org.bayeux.oort.cdi.OortNode}. Internal. */
@NullMarked
package org.bayeux.oort.cdi;

import org.jspecify.annotations.NullMarked;
