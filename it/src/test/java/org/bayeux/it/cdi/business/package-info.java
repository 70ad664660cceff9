/** An application whose services are called through what CDI and Jakarta EE put before business methods. */
package org.bayeux.it.cdi.business;
