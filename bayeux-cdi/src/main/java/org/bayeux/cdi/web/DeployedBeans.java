package org.bayeux.cdi.web;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.bayeux.cdi.discovery.BayeuxExtension;
import org.bayeux.cdi.lifecycle.ServerLifecycle;
import org.bayeux.cdi.lifecycle.ServerLifecycles;

/** The way from the servlet container to the beans of the web application that the calling thread starts. */
final class DeployedBeans {

    private static final String NAME = "java:comp/BeanManager";

    private DeployedBeans() {}

    /** The life of the application's server; empty if CDI does not run, or not yet. */
    static Optional<ServerLifecycle> lifecycle(ServletContext context) {
        // CDI.current() goes by the name of the class that asks, which each web application of an EAR may have: Payara
        // then tells the beans of another one. Where nothing is named yet, it is all there is.
        return List.<Supplier<BeanManager>>of(
                        DeployedBeans::named, () -> CDI.current().getBeanManager())
                .stream()
                .map(beans -> lifecycle(beans, context))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ServerLifecycle> lifecycle(Supplier<BeanManager> beans, ServletContext context) {
        try {
            ServerLifecycles deployed =
                    beans.get().getExtension(BayeuxExtension.class).lifecycles();
            return Optional.of(deployed.of(context.getClassLoader()));
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("BanJNDI") // the name is a constant of the specification, nobody can send another
    private static BeanManager named() {
        try {
            return InitialContext.doLookup(NAME);
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }
}
