/**
 * The extensions that come with the server (manual, chapter 10). Each is added by hand, or by producing it as a bean, and
 * does nothing otherwise.
 */
@NullMarked
package org.bayeux.server.ext;

import org.jspecify.annotations.NullMarked;
