package org.bayeux.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerSession;

/** The application's own REST resource: shows that it stays untouched, and lets tests look into the server. */
@Path("/")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class ControlResource {

    @Inject
    private BayeuxServer server;

    @Inject
    private ChannelService channels;

    @Inject
    private HeldConnects held;

    /** Number of live threads in the server's JVM. */
    @GET
    @Path("threads")
    public int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /** The names of the MBeans of a server, by the context path of its application, one a line. */
    @GET
    @Path("mbeans")
    public String mbeans(@QueryParam("context") String context) throws JMException {
        ObjectName names = new ObjectName("org.bayeux:*,context=" + ObjectName.quote(context));
        return ManagementFactory.getPlatformMBeanServer().queryNames(names, null).stream()
                .map(ObjectName::getCanonicalName)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** What an MBean says of an attribute. */
    @GET
    @Path("mbeans/attribute")
    public String attribute(@QueryParam("mbean") String name, @QueryParam("name") String attribute) throws JMException {
        return String.valueOf(ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(name), attribute));
    }

    /** Number of sessions, those of the services included. */
    @GET
    @Path("sessions")
    public int sessions() {
        return server.getSessions().size();
    }

    /** Whether the server knows a session. */
    @GET
    @Path("sessions/{id}")
    public boolean knows(@PathParam("id") String id) {
        return server.getSession(id) != null;
    }

    /** Makes the server forget a session, as a restart would. */
    @DELETE
    @Path("sessions/{id}")
    public boolean forget(@PathParam("id") String id) {
        ServerSession session = server.getSession(id);
        return session != null && server.removeSession(session);
    }

    /** Number of subscribers of a channel of which a connect is held. */
    @GET
    @Path("held")
    public long held(@QueryParam("channel") String channel) {
        ServerChannel found = server.getChannel(channel);
        return found == null
                ? 0
                : found.getSubscribers().stream().filter(held::holds).count();
    }

    /** How often a callback saw something. */
    @GET
    @Path("seen")
    public int seen(@QueryParam("what") String what) {
        return channels.seen(what);
    }

    /** Whether a channel was set up by its service. */
    @GET
    @Path("configured")
    public boolean configured(@QueryParam("channel") String channel) {
        ServerChannel found = server.getChannel(channel);
        return found != null && found.isPersistent() && Boolean.TRUE.equals(found.getAttribute("configured"));
    }

    /** Publishes a string to everybody on a channel. */
    @POST
    @Path("publish")
    @Consumes(MediaType.TEXT_PLAIN)
    public void publish(@QueryParam("channel") String channel, String data) {
        server.createChannelIfAbsent(channel).getReference().publish(null, data);
    }
}
