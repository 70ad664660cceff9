/**
 * Annotated services: what their annotations say, whether they say it rightly, and how they get onto a server.
 *
 * <p>Read {@link org.bayeux.server.service.ServiceDefinition} first. Depends on the API and on wire, so that plain
 * Java and CDI share it.
 */
@NullMarked
package org.bayeux.server.service;

import org.jspecify.annotations.NullMarked;
