/** Jackson in place of JSON-P and JSON-B: adding this module is enough. Source: manual 9.4. */
@NullMarked
package org.bayeux.jackson;

import org.jspecify.annotations.NullMarked;
