package org.bayeux.server.config;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may talk to the server: those that it serves itself, and those whose origin is allowed (manual 7.2).
 * Browsers tell the origin of a page in the header {@code Origin}, and no page can change it. Other clients can send what
 * they like, so this protects the users of browsers and nobody else.
 *
 * <p>Immutable.
 */
public final class AllowedOrigins {

    static final String LEGAL =
            "a comma-separated list of origins such as https://app.example.com or http://localhost:3000,"
                    + " https://*.example.com for all subdomains, or * for all";

    private static final String ALL = "*";

    private final boolean all;
    private final List<Origin> allowed;

    private AllowedOrigins(boolean all, List<Origin> allowed) {
        this.all = all;
        this.allowed = List.copyOf(allowed);
    }

    static AllowedOrigins read(OptionReader reader) {
        return reader.value("allowedOrigins", LEGAL, AllowedOrigins::of).orElseGet(() -> of(""));
    }

    /**
     * Reads a comma-separated list; an empty one allows the server's own origin only.
     *
     * @throws IllegalArgumentException if an entry is no origin, naming the first such entry and what is legal
     */
    public static AllowedOrigins of(String list) {
        List<String> entries = list.isBlank()
                ? List.of()
                : Stream.of(list.split(",", -1)).map(String::strip).toList();
        return new AllowedOrigins(
                entries.contains(ALL),
                entries.stream()
                        .filter(it -> !it.equals(ALL))
                        .map(AllowedOrigins::origin)
                        .toList());
    }

    private static Origin origin(String entry) {
        return Origin.parsePattern(entry)
                .orElseThrow(() -> new IllegalArgumentException("'" + entry + "' is no origin; legal is " + LEGAL));
    }

    /** Whether no origin is allowed but the server's own. */
    boolean isEmpty() {
        return !all && allowed.isEmpty();
    }

    /**
     * Whether a page may talk to the server.
     *
     * @param origin the header {@code Origin} of the request; {@code null} if it has none, which is allowed: browsers send
     *     it with whatever the page of another origin could do harm with
     * @param host its header {@code Host}
     * @param forwardedHost its header {@code X-Forwarded-Host}, in which proxies keep the host that the browser named; of
     *     several hosts the first, which is that of the outermost proxy
     */
    public boolean allows(@Nullable String origin, @Nullable String host, @Nullable String forwardedHost) {
        return origin == null
                || all
                || isWritten(origin, host)
                || Origin.parse(origin)
                        .filter(it -> isOwn(it, host, forwardedHost) || isAllowed(it))
                        .isPresent();
    }

    /** What browsers send with almost every request, found without looking at the parts of both. */
    private static boolean isWritten(String origin, @Nullable String host) {
        return host != null
                && !host.isEmpty()
                && origin.endsWith(host)
                && (isSchemeBefore(host, origin, "https://") || isSchemeBefore(host, origin, "http://"));
    }

    private static boolean isSchemeBefore(String host, String origin, String scheme) {
        return origin.length() == scheme.length() + host.length() && origin.startsWith(scheme);
    }

    /**
     * A page of another origin cannot forge {@code X-Forwarded-Host}: no page can set it on a WebSocket, and on other
     * requests browsers first ask the server by a preflight, in which the header is named only.
     */
    private static boolean isOwn(Origin origin, @Nullable String host, @Nullable String forwardedHost) {
        return (host != null && origin.isServedAt(host))
                || (forwardedHost != null && origin.isServedAt(forwardedHost.split(",", 2)[0]));
    }

    private boolean isAllowed(Origin origin) {
        return allowed.stream().anyMatch(it -> it.includes(origin));
    }

    @Override
    public String toString() {
        return all ? ALL : allowed.toString();
    }
}
