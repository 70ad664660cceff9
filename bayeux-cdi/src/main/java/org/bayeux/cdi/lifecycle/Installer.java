package org.bayeux.cdi.lifecycle;

import jakarta.enterprise.inject.spi.Bean;
import org.bayeux.api.MarkedReference;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.cdi.BayeuxConfigurer;
import org.bayeux.cdi.config.Settings;

/**
 * Puts beans onto a server.
 *
 * <p>Immutable.
 */
record Installer(InstallableBeans beans, BeanReferences references) {

    /**
     * Lets them change the options of a server that is still to be made.
     *
     * @throws IllegalArgumentException if one of them makes an option illegal
     */
    Settings configure(Settings settings) {
        if (beans.configurers().isEmpty()) {
            return settings;
        }
        return settings.changedBy(options -> beans.configurers()
                .forEach(bean -> references.get(bean, BayeuxConfigurer.class).configure(options)));
    }

    /** Those that have to be there before the first session. */
    void install(BayeuxServer server) {
        beans.policy().ifPresent(bean -> server.setSecurityPolicy(references.get(bean, SecurityPolicy.class)));
        for (Bean<?> bean : beans.extensions()) {
            server.addExtension(references.get(bean, BayeuxServer.Extension.class));
        }
        for (Bean<?> bean : beans.listeners()) {
            server.addListener(references.get(bean, BayeuxServer.BayeuxServerListener.class));
        }
    }

    /** Those that make channels, which services may want to have configured first. */
    void installAuthorizers(BayeuxServer server) {
        for (Bean<?> bean : beans.authorizers()) {
            Authorizer authorizer = references.get(bean, Authorizer.class);
            for (String name : InstallableBeans.channelsOf(bean)) {
                MarkedReference<ServerChannel> channel =
                        server.createChannelIfAbsent(name, made -> made.addAuthorizer(authorizer));
                if (!channel.isMarked()) {
                    channel.getReference().addAuthorizer(authorizer);
                }
            }
        }
    }
}
