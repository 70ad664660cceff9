package org.bayeux.testkit;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.api.server.BayeuxContext;
import org.jspecify.annotations.Nullable;

/**
 * What all requests of one user agent have in common: its cookies, headers and user. Clients made with the same browser
 * are tabs of it.
 *
 * <p>Confined to one thread.
 */
public final class Browser {

    private static final int PORT = 50_000;

    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable Principal principal;
    private Set<String> rolesOfUser = Set.of();
    private String protocol = "HTTP/1.1";
    private @Nullable InetSocketAddress address;
    private boolean keepsCookies = true;

    /** Makes a browser without cookies, with no user logged in. */
    public Browser() {
        headers.put("User-Agent", "testkit");
    }

    /** Keeps a cookie, as if a response had set it. */
    public Browser cookie(String name, String value) {
        if (keepsCookies) {
            cookies.put(name, value);
        }
        return this;
    }

    /** Forgets all cookies. */
    public Browser forgetCookies() {
        cookies.clear();
        return this;
    }

    /** Keeps no cookies from now on, and forgets those it has. */
    public Browser keepsNoCookies() {
        keepsCookies = false;
        return forgetCookies();
    }

    /** The value of a cookie, or {@code null}. */
    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    /** Sends a header with every request from now on. */
    public Browser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Lets every request from now on be one of this user, who has these roles. */
    public Browser user(String name, String... roles) {
        principal = new User(name);
        rolesOfUser = Set.of(roles);
        return this;
    }

    /** Sends every request from now on from this IP address; until then the server is told of none. */
    public Browser address(String ip) {
        address = new InetSocketAddress(ip, PORT);
        return this;
    }

    /** Speaks another version of HTTP from now on, {@code HTTP/1.1} until then. */
    public Browser protocol(String name) {
        protocol = name;
        return this;
    }

    /** What the server is told of the next request. */
    public BayeuxContext context() {
        return new RequestContext(cookies, headers, principal, rolesOfUser, protocol, address);
    }

    @Override
    public String toString() {
        Principal user = principal;
        return user == null ? "nobody" : user.getName();
    }

    /** A user of whom no more is known than the name. */
    private record User(String name) implements Principal {

        @Override
        public String getName() {
            return name;
        }
    }
}
