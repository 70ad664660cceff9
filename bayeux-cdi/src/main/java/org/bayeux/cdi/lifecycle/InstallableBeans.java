package org.bayeux.cdi.lifecycle;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.cdi.BayeuxConfigurer;
import org.bayeux.cdi.OnChannel;
import org.bayeux.wire.JsonContext;

/**
 * The beans that belong to a server because of their type alone.
 *
 * <p>What a server has one of is resolved as for {@code @Inject}. What it has many of is taken whatever its qualifiers,
 * in the order of {@code @Priority}. Looked for among the beans that CDI announced, because the bean manager of a library
 * does not see all beans of the application on every server. Immutable.
 *
 * @param authorizers those that say by {@link OnChannel} where they belong
 */
public record InstallableBeans(
        Optional<Bean<?>> policy,
        Optional<Bean<?>> jsonContext,
        List<Bean<?>> configurers,
        List<Bean<?>> extensions,
        List<Bean<?>> listeners,
        List<Bean<?>> authorizers) {

    private static final List<Class<?>> TYPES = List.of(
            SecurityPolicy.class,
            JsonContext.class,
            BayeuxConfigurer.class,
            BayeuxServer.Extension.class,
            BayeuxServer.BayeuxServerListener.class,
            Authorizer.class);

    /** Copies the lists. */
    public InstallableBeans {
        configurers = List.copyOf(configurers);
        extensions = List.copyOf(extensions);
        listeners = List.copyOf(listeners);
        authorizers = List.copyOf(authorizers);
    }

    /**
     * Picks them out of all beans of an application.
     *
     * @param beans in the order in which they are to be installed
     * @param resolver decides between several where there can be one only
     * @throws jakarta.enterprise.inject.AmbiguousResolutionException if it cannot
     */
    public static InstallableBeans among(List<Bean<?>> beans, BeanManager resolver) {
        return new InstallableBeans(
                one(SecurityPolicy.class, beans, resolver),
                one(JsonContext.class, beans, resolver),
                all(BayeuxConfigurer.class, beans),
                all(BayeuxServer.Extension.class, beans),
                all(BayeuxServer.BayeuxServerListener.class, beans),
                all(Authorizer.class, beans).stream()
                        .filter(bean -> !channelsOf(bean).isEmpty())
                        .toList());
    }

    /** Whether a bean may be among them. */
    public static boolean isOne(Bean<?> bean) {
        return TYPES.stream().anyMatch(bean.getTypes()::contains);
    }

    /** Whether a bean is an authorizer that nobody adds to a channel, unless the application does it. */
    public static boolean isUnplaced(Bean<?> bean) {
        return bean.getTypes().contains(Authorizer.class) && channelsOf(bean).isEmpty();
    }

    private static Optional<Bean<?>> one(Class<?> type, List<Bean<?>> beans, BeanManager resolver) {
        Set<Bean<?>> candidates = all(type, beans).stream()
                .filter(bean -> bean.getQualifiers().contains(Default.Literal.INSTANCE))
                .collect(Collectors.toSet());
        return candidates.isEmpty() ? Optional.empty() : Optional.ofNullable(resolver.resolve(candidates));
    }

    private static List<Bean<?>> all(Class<?> type, List<Bean<?>> beans) {
        return beans.stream().filter(bean -> bean.getTypes().contains(type)).toList();
    }

    /** The channels that the qualifier of a bean names. */
    public static List<String> channelsOf(Bean<?> bean) {
        return bean.getQualifiers().stream()
                .filter(OnChannel.class::isInstance)
                .flatMap(qualifier -> List.of(((OnChannel) qualifier).value()).stream())
                .toList();
    }
}
