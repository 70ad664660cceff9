/** An application whose service guards its methods by roles and constraints. */
package org.bayeux.it.guard;
