package org.bayeux.it.deploy.contexts;

import jakarta.annotation.security.RolesAllowed;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;

/** Opens for chiefs only. */
@Service
public class Vault {

    @RemoteCall("vault")
    @RolesAllowed("chief")
    public void open(RemoteCall.Caller caller, Object data) {
        caller.result("open");
    }
}
