package org.bayeux.it.cdi.business;

import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;

/** Says that it is a service, but CDI makes no beans of enums. */
@Service
public enum NoBean {
    ONLY;

    @RemoteCall("nothing")
    public String nothing() {
        return name();
    }
}
