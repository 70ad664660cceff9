package org.bayeux.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a container may know of a request on its first thread only, as Open Liberty does: kept before others take over.
 *
 * <p>Immutable.
 *
 * @param query as it was sent
 * @param user who is logged in
 * @param namedRoles those that the application names, of which the user's are known
 * @param ownRoles those of them that the user has
 */
record FirstThread(@Nullable String query, @Nullable Principal user, Set<String> namedRoles, Set<String> ownRoles) {

    static FirstThread of(HttpServletRequest request, Set<String> namedRoles) {
        Principal user = request.getUserPrincipal();
        Set<String> ownRoles = user == null || namedRoles.isEmpty()
                ? Set.of()
                : namedRoles.stream().filter(request::isUserInRole).collect(Collectors.toUnmodifiableSet());
        return new FirstThread(request.getQueryString(), user, namedRoles, ownRoles);
    }

    /** The values of a parameter of the query, in their order; what cannot be decoded is left out, as containers do. */
    List<String> parameterValues(String name) {
        List<String> values = new ArrayList<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int sign = pair.indexOf('=');
            try {
                if (URLDecoder.decode(sign < 0 ? pair : pair.substring(0, sign), UTF_8)
                        .equals(name)) {
                    values.add(sign < 0 ? "" : URLDecoder.decode(pair.substring(sign + 1), UTF_8));
                }
            } catch (IllegalArgumentException e) {
                HttpLog.parameterIllegible(e);
            }
        }
        return values;
    }
}
