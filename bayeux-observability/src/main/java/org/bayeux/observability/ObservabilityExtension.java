package org.bayeux.observability;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;

/**
 * Adds the beans that watch the server, of those libraries that the application can see. A library that is absent is not
 * missed: no class that uses it is loaded. Found by CDI; thread-safe.
 */
public class ObservabilityExtension implements Extension {

    private final ApplicationBeans beans = new ApplicationBeans();

    /** Made by CDI. */
    public ObservabilityExtension() {}

    /** The beans that the application has for watchers. */
    ApplicationBeans beans() {
        return beans;
    }

    void collect(@Observes ProcessBean<?> event) {
        beans.add(event.getBean());
    }

    void addWatchers(@Observes BeforeBeanDiscovery event) {
        ClassLoader own = ObservabilityExtension.class.getClassLoader();
        for (Library library : Library.ALL) {
            for (Class<?> bean : library.beansFor(own)) {
                event.addAnnotatedType(bean, bean.getName());
            }
        }
    }
}
