package org.bayeux.it.deploy.contexts;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** Tells clients what its methods find around them. */
@Service
public class ContextsService {

    @Inject
    private BayeuxServer server;

    @Inject
    private Visit visit;

    @Inject
    private Ledger ledger;

    @Inject
    private SecurityContext security;

    @Inject
    private Principal injected;

    @Listener("/service/visit")
    public void visit(ServerSession sender, ServerMessage message) {
        visit.next();
        sender.deliver(null, message.getChannel(), visit.next());
    }

    @RemoteCall("visits/over")
    public void over(RemoteCall.Caller caller, Object data) {
        caller.result(Visit.destroyed());
    }

    @RemoteCall("ledger")
    public void write(RemoteCall.Caller caller, Object data) {
        List<String> told = new ArrayList<>();
        try {
            ledger.write("fail".equals(data), told::add);
        } catch (IllegalStateException e) {
            told.add("failed");
        }
        caller.result(String.join(", ", told));
    }

    @RemoteCall("who")
    public void who(RemoteCall.Caller caller, Object data) {
        Principal ofRequest = server.getContext().getUserPrincipal();
        caller.result(name(ofRequest) + " " + name(security.getCallerPrincipal()) + " " + injected());
    }

    private String injected() {
        return name(injected);
    }

    private static String name(Principal principal) {
        return principal == null ? "nobody" : principal.getName();
    }

    /** The name of the application, by its own naming context, and the class loader by a class of the application. */
    @RemoteCall("where")
    public void where(RemoteCall.Caller caller, Object data) throws NamingException, ClassNotFoundException {
        String module = InitialContext.doLookup("java:module/ModuleName");
        Class<?> seen = Class.forName(
                ContextsService.class.getName(), false, Thread.currentThread().getContextClassLoader());
        caller.result(module + " " + (seen == ContextsService.class));
    }
}
