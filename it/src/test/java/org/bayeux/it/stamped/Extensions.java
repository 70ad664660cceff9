package org.bayeux.it.stamped;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.TimeUnit;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.server.ext.ActivityExtension;
import org.bayeux.server.ext.ActivityExtension.Activity;
import org.bayeux.server.ext.TimestampExtension;

/** Extensions that every client feels. */
@ApplicationScoped
public class Extensions {

    private static final long TEN_SECONDS = TimeUnit.SECONDS.toMillis(10);

    @Produces
    @ApplicationScoped
    public BayeuxServer.Extension activity() {
        return new ActivityExtension(Activity.CLIENT, TEN_SECONDS);
    }

    @Produces
    @ApplicationScoped
    public BayeuxServer.Extension timestamp() {
        return new TimestampExtension();
    }
}
