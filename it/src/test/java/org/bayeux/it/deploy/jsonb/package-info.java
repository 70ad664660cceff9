/** An application with rules of its own for JSON-B: on a class, and for all classes by a bean. */
package org.bayeux.it.deploy.jsonb;
