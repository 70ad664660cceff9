/**
 * Clients in memory, a clock turned by hand and an outlet that remembers: tests without network.
 * Depends on the server module only.
 */
@NullMarked
package org.bayeux.testkit;

import org.jspecify.annotations.NullMarked;
