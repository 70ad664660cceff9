package org.bayeux.cdi.observe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerSession;
import org.bayeux.cdi.ChannelMessage;
import org.bayeux.cdi.lifecycle.ServerAccess;
import org.bayeux.server.service.ChannelPattern;
import org.bayeux.server.service.ServiceLog;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.JsonReadException;
import org.bayeux.wire.JsonWriteException;
import org.jspecify.annotations.Nullable;

/**
 * An observer in use on the channels of one listener.
 *
 * <p>Immutable.
 *
 * @param channels those of the observer's that such a channel may fit, in the observer's order
 * @param server where it runs
 * @param shown what is injected into it
 */
record BoundObserver(
        ChannelObserver observer, List<ChannelPattern> channels, ServerAccess server, TemplateParameters shown) {

    /** Shows it a message; returns the error that keeps the message from all behind, or {@code null}. */
    @Nullable
    String show(@Nullable ServerSession from, ServerChannel channel, BayeuxMessage message) {
        Map<String, String> parameters = parametersIn(channel.getChannelId());
        if (parameters == null) {
            return null;
        }
        Optional<ChannelMessage<?>> received = received(from, channel, message, parameters);
        if (received.isEmpty()) {
            return observer.vetoes() ? Refusal.DATA_UNFIT : null;
        }
        return observer.vetoes() ? vote(received.get()) : tell(received.get());
    }

    /** Hands it a copy of a message, since the message itself is still on its way. */
    void showLater(@Nullable ServerSession from, ServerChannel channel, BayeuxMessage message) {
        Map<String, String> parameters = parametersIn(channel.getChannelId());
        if (parameters != null) {
            BayeuxMessage copy = message.copy();
            try {
                server.later(
                        from, () -> received(from, channel, copy, parameters).ifPresent(this::call));
            } catch (RejectedExecutionException e) {
                log().callbackFailed(observer.name(), e);
            }
        }
    }

    private @Nullable String vote(ChannelMessage<?> received) {
        Ballot<?> ballot = new Ballot<>(received);
        boolean returned = callHere(ballot);
        String reason = ballot.close();
        if (reason != null) {
            return Refusal.vetoed(reason);
        }
        return returned ? null : Refusal.VETO_FAILED;
    }

    private @Nullable String tell(ChannelMessage<?> received) {
        callHere(received);
        return null;
    }

    private boolean callHere(ChannelMessage<?> received) {
        Returned returned = new Returned();
        server.here(() -> returned.is = call(received));
        return returned.is;
    }

    private boolean call(ChannelMessage<?> received) {
        try {
            return shown.during(received.parameters(), () -> {
                Invocation.call(observer.method(), received);
                return true;
            });
        } catch (Throwable failure) { // the application's code
            log().callbackFailed(observer.name(), failure);
            return false;
        }
    }

    /** The values for the first of its channels that fits; {@code null} if none does. */
    private @Nullable Map<String, String> parametersIn(ChannelId channel) {
        for (ChannelPattern pattern : channels) {
            if (!channel.isMeta() || pattern.id().isMeta()) {
                Optional<Map<String, String>> parameters = pattern.bind(channel);
                if (parameters.isPresent()) {
                    return parameters.get();
                }
            }
        }
        return null;
    }

    private Optional<ChannelMessage<?>> received(
            @Nullable ServerSession from, ServerChannel channel, BayeuxMessage message, Map<String, String> values) {
        try {
            Object payload =
                    observer.payload() == Object.class ? message.getData() : message.dataAs(observer.payload());
            return Optional.of(new ReceivedMessage<>(channel, from, message, payload, values));
        } catch (JsonReadException | JsonWriteException e) {
            log().dataUnfit(observer.name(), e);
            return Optional.empty();
        }
    }

    private ServiceLog log() {
        return new ServiceLog(observer.method().getBeanClass());
    }

    /** Whether an observer returned as it should. Confined to one thread. */
    private static final class Returned {
        private boolean is;
    }
}
