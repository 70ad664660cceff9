package org.bayeux.cdi.lifecycle;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.cdi.OnChannel;
import org.bayeux.wire.JsonContext;

/**
 * The beans that belong to a server because of their type alone.
 *
 * <p>What a server has one of is resolved as for {@code @Inject}. What it has many of is taken whatever its qualifiers,
 * in the order of {@code @Priority}. Immutable.
 *
 * @param authorizers those that say by {@link OnChannel} where they belong
 */
public record InstallableBeans(
        Optional<Bean<?>> policy,
        Optional<Bean<?>> jsonContext,
        List<Bean<?>> extensions,
        List<Bean<?>> listeners,
        List<Bean<?>> authorizers) {

    /** Copies the lists. */
    public InstallableBeans {
        extensions = List.copyOf(extensions);
        listeners = List.copyOf(listeners);
        authorizers = List.copyOf(authorizers);
    }

    /**
     * Looks for them.
     *
     * @param priority of a bean, the lowest is installed first
     * @throws jakarta.enterprise.inject.AmbiguousResolutionException if there are several where there can be one only
     */
    public static InstallableBeans find(BeanManager beans, ToIntFunction<Bean<?>> priority) {
        return new InstallableBeans(
                one(beans, SecurityPolicy.class),
                one(beans, JsonContext.class),
                all(beans, BayeuxServer.Extension.class, priority),
                all(beans, BayeuxServer.BayeuxServerListener.class, priority),
                all(beans, Authorizer.class, priority).stream()
                        .filter(bean -> !channelsOf(bean).isEmpty())
                        .toList());
    }

    private static Optional<Bean<?>> one(BeanManager beans, Class<?> type) {
        return Optional.ofNullable(beans.resolve(beans.getBeans(type)));
    }

    private static List<Bean<?>> all(BeanManager beans, Class<?> type, ToIntFunction<Bean<?>> priority) {
        return beans.getBeans(type, Any.Literal.INSTANCE).stream()
                .sorted(Comparator.<Bean<?>>comparingInt(priority)
                        .thenComparing(bean -> bean.getBeanClass().getName()))
                .toList();
    }

    /** The channels that the qualifier of a bean names. */
    public static List<String> channelsOf(Bean<?> bean) {
        return bean.getQualifiers().stream()
                .filter(OnChannel.class::isInstance)
                .flatMap(qualifier -> List.of(((OnChannel) qualifier).value()).stream())
                .toList();
    }
}
