package org.bayeux.it.cluster.fault.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.bayeux.oort.Oort;
import org.bayeux.oort.Seti;

/** What a node knows, and what it is to do. */
@Path("/")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class DeskResource {

    @Inject
    private Oort oort;

    @Inject
    private Seti seti;

    @Inject
    private Shared shared;

    @Inject
    private Chronicle chronicle;

    /** Three lines: the name of the node, what all nodes should know alike, what it has heard of the others. */
    @GET
    @Path("view")
    public String view() {
        TreeSet<String> nodes = new TreeSet<>(oort.getKnownComets());
        nodes.add(oort.getURL());
        Map<String, Object> known = new TreeMap<>(shared.parts());
        known.put("nodes", nodes);
        known.put("users", new TreeSet<>(seti.getUserIds()));
        known.put("presence", chronicle.presence());
        return oort.getURL() + "\n" + Json.createObjectBuilder(known).build() + "\n"
                + Json.createArrayBuilder(chronicle.events()).build();
    }

    /** Changes each of the shared objects. */
    @POST
    @Path("change")
    public void change(@QueryParam("step") int step) {
        shared.change(step);
    }

    /** A number of the whole cluster, or an error. */
    @POST
    @Path("number")
    public long number() throws Exception {
        return shared.number().get(12, TimeUnit.SECONDS);
    }

    /** Sends a letter to every user there is. */
    @POST
    @Path("letters")
    public void letters(@QueryParam("text") String text) {
        seti.sendMessage(seti.getUserIds(), "/service/letter", text);
    }
}
