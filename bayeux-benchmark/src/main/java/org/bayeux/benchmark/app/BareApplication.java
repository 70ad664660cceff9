package org.bayeux.benchmark.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Where {@link BareHold} is found. Immutable. */
@ApplicationPath("bare-hold")
public class BareApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(BareHold.class);
    }
}
