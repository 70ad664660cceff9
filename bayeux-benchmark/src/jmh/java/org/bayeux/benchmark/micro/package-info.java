/** Parts of the way of a message, measured alone by JMH. */
@NullMarked
package org.bayeux.benchmark.micro;

import org.jspecify.annotations.NullMarked;
