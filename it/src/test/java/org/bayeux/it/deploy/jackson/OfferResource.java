package org.bayeux.it.deploy.jackson;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;

/** The application's own REST endpoint, whose JSON library is the server's affair. */
@Path("/offer")
public class OfferResource {

    @GET
    @Produces("application/json")
    public Map<String, Integer> offer() {
        return Map.of("count", 1);
    }
}
