package org.bayeux.cdi.discovery;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import java.lang.reflect.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayeux.cdi.ChannelPublisher;
import org.bayeux.cdi.OnChannel;
import org.bayeux.cdi.ToChannel;
import org.bayeux.cdi.publish.Destination;

/** Where an application wants something injected that publishes. Confined to the deployment. */
final class DiscoveredPublishers {

    private final List<String> problems = new ArrayList<>();
    private boolean found;

    /** Takes note of an injection point if it is about publishing. */
    void add(InjectionPoint point) {
        Class<?> wanted = raw(isLookup(raw(point.getType())) ? argument(point.getType()) : point.getType());
        Optional<ToChannel> channel = channelOf(point);
        if (wanted == ChannelPublisher.class) {
            found = true;
            channel.ifPresentOrElse(
                    it -> check(it, point, true),
                    () -> refuse(CdiRule.DESTINATION_GIVEN, point, "a ChannelPublisher has no channel"));
        } else if (wanted == Event.class) {
            channel.ifPresentOrElse(it -> check(it, point, false), () -> checkUnheard(point));
        } else if (channel.isPresent() && point.getBean() != null) {
            refuse(CdiRule.DESTINATION_OF_PUBLISHER, point, "@ToChannel stands on " + wanted.getSimpleName());
        }
    }

    /** Observers of messages are called by the server alone, so an event with their qualifier would go nowhere. */
    private void checkUnheard(InjectionPoint point) {
        if (point.getQualifiers().stream().anyMatch(OnChannel.class::isInstance)) {
            refuse(CdiRule.DESTINATION_GIVEN, point, "@OnChannel on an Event, which nobody would hear");
        }
    }

    private void check(ToChannel channel, InjectionPoint point, boolean mayBeTemplate) {
        try {
            if (Destination.of(channel.value()).isTemplate() && !mayBeTemplate) {
                refuse(
                        CdiRule.DESTINATION_LEGAL,
                        point,
                        "an event has no parameters for the template " + channel.value());
            }
        } catch (IllegalArgumentException e) {
            refuse(CdiRule.DESTINATION_LEGAL, point, "@ToChannel(\"" + channel.value() + "\"): " + e.getMessage());
        }
    }

    /** Whether a publisher is injected anywhere. */
    boolean areThere() {
        return found;
    }

    /** What is wrong with them, each in one line. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void refuse(CdiRule rule, InjectionPoint point, String what) {
        Member member = point.getMember();
        problems.add(rule.brokenBy(member.getDeclaringClass().getName() + '.' + member.getName() + ": " + what));
    }

    private static Optional<ToChannel> channelOf(InjectionPoint point) {
        return point.getQualifiers().stream()
                .filter(ToChannel.class::isInstance)
                .map(ToChannel.class::cast)
                .findFirst();
    }

    private static boolean isLookup(Class<?> type) {
        return type == Instance.class || type == Provider.class;
    }

    private static Type argument(Type type) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
    }

    private static Class<?> raw(Type type) {
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        return raw instanceof Class<?> plain ? plain : Object.class;
    }
}
