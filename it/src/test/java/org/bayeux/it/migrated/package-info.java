/**
 * An application that configures its server by a servlet, as the manual shows it (9.3.3.20). Deployed by
 * {@link org.bayeux.it.MigrationIT}.
 */
@NullMarked
package org.bayeux.it.migrated;

import org.jspecify.annotations.NullMarked;
