package org.bayeux.it.watched.app;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;

/** Tells what was seen. */
@Path("/")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class WatchResource {

    @Inject
    private MeterRegistry registry;

    @Inject
    private Watchers watchers;

    /** The first value of each meter of a name, with its tags, one a line. */
    @GET
    @Path("meters")
    public String meters(@QueryParam("name") String name) {
        return registry.find(name).meters().stream()
                .map(meter -> meter.getId().getTag("context") + " "
                        + first(meter.measure()).getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Measurement first(Iterable<Measurement> measurements) {
        return measurements.iterator().next();
    }

    /** The spans that have ended. */
    @GET
    @Path("spans")
    public String spans() {
        return watchers.spans();
    }
}
