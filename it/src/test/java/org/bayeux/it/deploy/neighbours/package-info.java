/** An application with a REST resource and a WebSocket endpoint of its own beside a service. */
package org.bayeux.it.deploy.neighbours;
