/**
 * The house rules as tests. Read {@code Workspace} first: it finds what the rules are about.
 * Depends on no other module at compile time; classes and sources are read as files.
 */
@NullMarked
package org.bayeux.architecture;

import org.jspecify.annotations.NullMarked;
