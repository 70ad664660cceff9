package org.bayeux.it.tokens;

import java.time.Instant;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;

/** Takes fresh tokens of clients that are here. */
@Service
public class RenewalService {

    @RemoteCall("renew")
    public void renew(RemoteCall.Caller caller, Object millis) {
        caller.getServerSession().setCredentialsExpiry(Instant.now().plusMillis(((Number) millis).longValue()));
        caller.result("renewed");
    }
}
