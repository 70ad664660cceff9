package org.bayeux.it.secured;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Set;

/** Basic authentication of anybody whose password is a role. Whoever sends none is nobody. */
@ApplicationScoped
public class Login implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Basic ";

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String credentials = request.getHeader("Authorization");
        if (credentials == null || !credentials.startsWith(SCHEME)) {
            return context.doNothing();
        }
        String[] nameAndRole =
                new String(Base64.getDecoder().decode(credentials.substring(SCHEME.length())), UTF_8).split(":", 2);
        return context.notifyContainerAboutLogin(nameAndRole[0], Set.of(nameAndRole[1]));
    }
}
