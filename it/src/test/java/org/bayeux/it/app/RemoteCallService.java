package org.bayeux.it.app;

import jakarta.inject.Inject;
import java.util.Map;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.BayeuxServer;

/** Remote calls that succeed, fail and break; its server comes in through the constructor. */
@Service
public class RemoteCallService {

    private final BayeuxServer server;

    /** What the container needs to make a client proxy. */
    protected RemoteCallService() {
        this(null);
    }

    @Inject
    public RemoteCallService(BayeuxServer server) {
        this.server = server;
    }

    @RemoteCall("sum")
    public void sum(RemoteCall.Caller caller, Terms terms) {
        caller.result(Map.of("sum", terms.a + terms.b));
    }

    @RemoteCall("refuse")
    public void refuse(RemoteCall.Caller caller, Object data) {
        caller.failure("refused: " + data);
    }

    @RemoteCall("explode")
    public void explode(RemoteCall.Caller caller, Object data) {
        throw new IllegalStateException("secret detail of the application");
    }

    @RemoteCall("rooms/{room}/greet/{name}")
    public void greet(
            RemoteCall.Caller caller, Object greeting, @Param("room") String room, @Param("name") String name) {
        caller.result(greeting + " " + name + " in " + room);
    }

    @RemoteCall("whoami")
    public void whoAmI(RemoteCall.Caller caller, Object data) {
        boolean known = server.getSession(caller.getServerSession().getId()) == caller.getServerSession();
        caller.result(Map.of("known", known));
    }

    /** Two numbers, read by JSON-B. */
    public static class Terms {

        public long a;

        public long b;
    }
}
