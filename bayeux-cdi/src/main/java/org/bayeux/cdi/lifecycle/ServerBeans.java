package org.bayeux.cdi.lifecycle;

import jakarta.enterprise.inject.spi.Bean;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The beans of an application that concern its servers.
 *
 * <p>Immutable.
 *
 * @param installable in the order in which they are to be installed
 * @param parts makes the other parts of a server, of beans whose classes pass
 */
public record ServerBeans(
        List<ServiceBean> services, List<Bean<?>> installable, Function<Predicate<Class<?>>, List<ServerPart>> parts) {

    /** Copies the lists. */
    public ServerBeans {
        services = List.copyOf(services);
        installable = List.copyOf(installable);
    }

    /** Those whose classes a web application can see, by its class loader: its own, and those that it shares. */
    ServerBeans seenBy(ClassLoader loader) {
        return new ServerBeans(
                services.stream().filter(it -> sees(loader, it.bean())).toList(),
                installable.stream().filter(it -> sees(loader, it)).toList(),
                passing -> parts.apply(passing.and(type -> sees(loader, type))));
    }

    /** What each class loader sees that has a bean of its own. */
    Collection<ServerBeans> byLoader() {
        return Stream.concat(services.stream().map(ServiceBean::bean), installable.stream())
                .map(bean -> bean.getBeanClass().getClassLoader())
                .filter(Objects::nonNull)
                .distinct()
                .map(this::seenBy)
                .toList();
    }

    private static boolean sees(ClassLoader loader, Bean<?> bean) {
        return sees(loader, bean.getBeanClass());
    }

    private static boolean sees(ClassLoader loader, Class<?> type) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
