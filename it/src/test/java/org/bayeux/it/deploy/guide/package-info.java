/** Code of the guides that needs libraries which the module of CDI does not have. */
package org.bayeux.it.deploy.guide;
