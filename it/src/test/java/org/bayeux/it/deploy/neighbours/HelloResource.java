package org.bayeux.it.deploy.neighbours;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says hello by HTTP. */
@Path("/hello")
public class HelloResource {

    @GET
    public String hello() {
        return "hello by REST";
    }
}
