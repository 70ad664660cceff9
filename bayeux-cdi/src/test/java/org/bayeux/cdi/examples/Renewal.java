package org.bayeux.cdi.examples;

import jakarta.inject.Inject;
import java.util.Optional;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.cdi.examples.Tokens.Token;

@Service
public class Renewal {

    @Inject
    private Tokens tokens;

    @RemoteCall("renew")
    public void renew(RemoteCall.Caller caller, String text) {
        Optional<Token> token = tokens.renewed(caller.getServerSession(), text);
        token.ifPresentOrElse(
                it -> {
                    caller.getServerSession().setCredentialsExpiry(it.expiry());
                    caller.result(true);
                },
                () -> caller.failure("not a good token"));
    }
}
