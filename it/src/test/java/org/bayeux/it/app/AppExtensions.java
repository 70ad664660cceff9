package org.bayeux.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.server.ext.AcknowledgedMessagesExtension;
import org.bayeux.server.ext.BinaryExtension;
import org.bayeux.server.ext.TimesyncExtension;

/** Extensions that leave those clients alone who do not ask for them. */
@ApplicationScoped
public class AppExtensions {

    @Produces
    @ApplicationScoped
    public BayeuxServer.Extension acknowledgedMessages() {
        return new AcknowledgedMessagesExtension();
    }

    @Produces
    @ApplicationScoped
    public BayeuxServer.Extension binary() {
        return new BinaryExtension();
    }

    @Produces
    @ApplicationScoped
    public BayeuxServer.Extension timesync() {
        return new TimesyncExtension();
    }
}
