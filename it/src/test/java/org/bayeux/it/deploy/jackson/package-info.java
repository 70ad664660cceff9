/** An application with Jackson, whose classes have its annotations and a module of its own, beside a REST endpoint. */
package org.bayeux.it.deploy.jackson;
