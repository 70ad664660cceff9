package org.bayeux.cdi.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.server.LocalSession;
import org.bayeux.server.service.ServiceBinder;
import org.bayeux.server.service.ServiceDefinition;

/**
 * The sessions of services: one for each service, whatever the number of its objects, begun when first asked for.
 *
 * <p>Thread-safe.
 */
final class ServiceSessions {

    private final ServiceBinder binder;
    private final Map<ServiceDefinition, LocalSession> sessions = new ConcurrentHashMap<>();

    ServiceSessions(ServiceBinder binder) {
        this.binder = binder;
    }

    LocalSession of(ServiceDefinition service) {
        LocalSession known = sessions.get(service);
        if (known != null) {
            return known;
        }
        // Not in computeIfAbsent: the handshake runs listeners and policies, which may need another service.
        LocalSession opened = binder.open(service);
        LocalSession first = sessions.putIfAbsent(service, opened);
        if (first == null) {
            return opened;
        }
        opened.disconnect();
        return first;
    }

    void disconnect() {
        sessions.values().forEach(LocalSession::disconnect);
        sessions.clear();
    }
}
