package org.bayeux.cdi.observe;

import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.reflect.Type;
import java.util.List;
import org.bayeux.server.service.ChannelPattern;

/**
 * An observer method that wants the messages of channels.
 *
 * <p>Immutable.
 *
 * @param name of the method, for the log
 * @param channels at least one
 * @param payload what it wants the payload to be
 * @param vetoes whether it may refuse messages
 */
public record ChannelObserver(
        ObserverMethod<?> method, String name, List<ChannelPattern> channels, Type payload, boolean vetoes) {

    /** Copies the list. */
    public ChannelObserver {
        channels = List.copyOf(channels);
    }

    int priority() {
        return method.getPriority();
    }
}
