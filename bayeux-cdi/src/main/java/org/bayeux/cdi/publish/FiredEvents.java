package org.bayeux.cdi.publish;

import jakarta.enterprise.inject.spi.EventContext;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.bayeux.api.ChannelId;
import org.bayeux.cdi.ToChannel;
import org.bayeux.cdi.lifecycle.ServerAccess;
import org.bayeux.server.spi.Publisher.Published;

/**
 * Publishes what beans fire.
 *
 * <p>Immutable.
 *
 * @param server asked when something is fired
 */
public record FiredEvents(Supplier<ServerAccess> server) {

    /**
     * Publishes an event on the channel that its qualifier names.
     *
     * @throws IllegalArgumentException if the qualifier names none
     * @throws RuntimeException if the event cannot be published
     */
    public void publish(EventContext<Object> fired) {
        fired.getMetadata().getQualifiers().stream()
                .filter(ToChannel.class::isInstance)
                .map(qualifier -> channel(((ToChannel) qualifier).value()))
                .forEach(channel -> {
                    CompletionStage<Published> unused = server.get().publisher().publish(channel, fired.getEvent());
                });
    }

    private static ChannelId channel(String name) {
        Destination destination = Destination.of(name);
        if (destination.isTemplate()) {
            throw new IllegalArgumentException("channel " + name
                    + " of a fired event is a template, legal is a plain one; inject a ChannelPublisher instead");
        }
        return destination.id();
    }
}
