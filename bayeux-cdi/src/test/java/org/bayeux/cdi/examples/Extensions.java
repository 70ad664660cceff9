package org.bayeux.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.server.ext.TimesyncExtension;

@ApplicationScoped
public class Extensions {

    @Produces
    @ApplicationScoped
    public BayeuxServer.Extension timesync() {
        return new TimesyncExtension();
    }
}
