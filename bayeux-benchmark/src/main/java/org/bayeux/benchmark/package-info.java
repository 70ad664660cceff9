/**
 * The load tool. Read {@code Main} first.
 */
@NullMarked
package org.bayeux.benchmark;

import org.jspecify.annotations.NullMarked;
