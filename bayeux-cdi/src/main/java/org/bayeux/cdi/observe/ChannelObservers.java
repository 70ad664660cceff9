package org.bayeux.cdi.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.bayeux.api.ChannelId;
import org.bayeux.cdi.lifecycle.ServerAccess;
import org.bayeux.cdi.lifecycle.ServerPart;
import org.bayeux.server.service.ChannelPattern;
import org.bayeux.server.service.ListenerRegistration;

/**
 * The observers of messages on their way onto a server, and off it again.
 *
 * <p>Each channel or pattern that is observed has one listener, which knows beforehand all observers that its messages may
 * concern; so their order holds across patterns, and channels that nobody observes cost nothing. Confined to the threads
 * that start and stop the server, one after another.
 */
public final class ChannelObservers implements ServerPart {

    private final List<ChannelObserver> observers;
    private final TemplateParameters shown;
    private final List<ListenerRegistration> registrations = new ArrayList<>();

    /**
     * Those to be bound, whose equals in priority keep this order.
     *
     * @param shown what is injected into them
     */
    public ChannelObservers(List<ChannelObserver> observers, TemplateParameters shown) {
        this.shown = shown;
        this.observers = observers.stream()
                .sorted(Comparator.comparingInt(ChannelObserver::priority))
                .toList();
    }

    @Override
    public void start(ServerAccess server) {
        for (ChannelId listening : listening()) {
            registrations.add(
                    ListenerRegistration.add(server.server(), listening.getId(), listener(listening, server)));
        }
    }

    @Override
    public void stop() {
        registrations.forEach(ListenerRegistration::remove);
        registrations.clear();
    }

    /** Where messages have to be listened for. */
    private List<ChannelId> listening() {
        return observers.stream()
                .flatMap(observer -> observer.channels().stream())
                .map(ChannelPattern::listeningOn)
                .distinct()
                .map(ChannelId::new)
                .toList();
    }

    private ObservedChannel listener(ChannelId listening, ServerAccess server) {
        List<ChannelId> closer =
                listening().stream().filter(it -> contains(listening, it)).toList();
        List<BoundObserver> concerned = observers.stream()
                .map(it -> new BoundObserver(it, channelsAround(listening, it), server, shown))
                .filter(it -> !it.channels().isEmpty())
                .toList();
        Predicate<BoundObserver> waits = it -> it.observer().method().isAsync();
        return new ObservedChannel(
                closer,
                concerned.stream().filter(waits.negate()).toList(),
                concerned.stream().filter(waits).toList());
    }

    private static List<ChannelPattern> channelsAround(ChannelId listening, ChannelObserver observer) {
        return observer.channels().stream()
                .filter(pattern -> {
                    ChannelId its = new ChannelId(pattern.listeningOn());
                    return its.equals(listening) || contains(its, listening);
                })
                .toList();
    }

    /** Whether all that the inner one matches is matched by the outer one, which is another one. */
    private static boolean contains(ChannelId outer, ChannelId inner) {
        if (!outer.isWild() || outer.equals(inner)) {
            return false;
        }
        // A pattern is within another one if what stands in the place of its wildcard is.
        String regular = inner.isWild() ? inner.getRegularPart() : null;
        ChannelId sample = inner.isWild() ? new ChannelId((regular == null ? "" : regular) + "/x") : inner;
        boolean deeper = inner.isDeepWild() && outer.isShallowWild();
        return !deeper && outer.matches(sample);
    }
}
