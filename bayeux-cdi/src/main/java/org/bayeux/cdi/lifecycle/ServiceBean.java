package org.bayeux.cdi.lifecycle;

import jakarta.enterprise.inject.spi.Bean;
import org.bayeux.server.service.ServiceDefinition;

/**
 * A bean that is a service.
 *
 * <p>Immutable.
 */
public record ServiceBean(Bean<?> bean, ServiceDefinition definition) {}
