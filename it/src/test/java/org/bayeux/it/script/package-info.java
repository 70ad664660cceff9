/**
 * Scripts of Node.js that use the released JavaScript client, some of them in a real browser.
 *
 * <p>Read {@link org.bayeux.it.script.NodeTests} first.
 */
@NullMarked
package org.bayeux.it.script;

import org.jspecify.annotations.NullMarked;
