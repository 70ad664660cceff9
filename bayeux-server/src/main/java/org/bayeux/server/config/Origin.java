package org.bayeux.server.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page comes from (RFC 6454), or a pattern of that, whose host begins with {@code *.}.
 *
 * <p>Immutable.
 *
 * @param scheme in lower case
 * @param host in lower case; an IPv6 address with its brackets
 * @param port the usual one of the scheme where none is told; {@link #UNKNOWN_PORT} if there is no usual one
 */
record Origin(String scheme, String host, int port) {

    static final int UNKNOWN_PORT = -1;

    private static final String ANY_SUBDOMAIN = "*.";
    private static final int HIGHEST_PORT = 65_535;
    private static final String HOST = "([a-z0-9._-]+|\\[[0-9a-f:.]+])";
    private static final String PORT = "(?::([0-9]{1,5}))?";
    private static final Pattern ORIGIN = Pattern.compile("([a-z][a-z0-9+.-]*)://" + HOST + PORT);
    private static final Pattern PATTERN = Pattern.compile("([a-z][a-z0-9+.-]*)://((?:\\*\\.)?" + HOST + ")" + PORT);
    private static final Pattern AUTHORITY = Pattern.compile(HOST + PORT);

    /** Reads the value of an {@code Origin} header; empty if it is {@code null} or malformed. */
    static Optional<Origin> parse(String text) {
        Matcher matcher = ORIGIN.matcher(lowerCase(text));
        return matcher.matches() ? of(matcher.group(1), matcher.group(2), matcher.group(3)) : Optional.empty();
    }

    /** Reads an origin as deployers write it, with {@code *.} for any number of subdomains. */
    static Optional<Origin> parsePattern(String text) {
        Matcher matcher = PATTERN.matcher(lowerCase(text));
        return matcher.matches() ? of(matcher.group(1), matcher.group(2), matcher.group(4)) : Optional.empty();
    }

    /**
     * Whether a request that was sent to this host is one to this origin. By which scheme it was sent is not known for
     * sure behind a proxy that ends TLS, so the scheme only tells the usual port.
     *
     * @param authority the value of a {@code Host} header
     */
    boolean isServedAt(String authority) {
        Matcher matcher = AUTHORITY.matcher(lowerCase(authority.strip()));
        return matcher.matches()
                && of(scheme, matcher.group(1), matcher.group(2))
                        .filter(this::equals)
                        .isPresent();
    }

    /** Whether an origin is this one, or matches this pattern. */
    boolean includes(Origin other) {
        return scheme.equals(other.scheme) && port == other.port && includesHost(other.host);
    }

    private boolean includesHost(String other) {
        return host.startsWith(ANY_SUBDOMAIN) ? isSubdomain(other, host.substring(1)) : host.equals(other);
    }

    private static boolean isSubdomain(String host, String parent) {
        return host.length() > parent.length() && host.endsWith(parent);
    }

    private static Optional<Origin> of(String scheme, String host, @Nullable String port) {
        int number = port == null ? usualPort(scheme) : Integer.parseInt(port);
        return port != null && (number == 0 || number > HIGHEST_PORT)
                ? Optional.empty()
                : Optional.of(new Origin(scheme, host, number));
    }

    private static int usualPort(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            default -> UNKNOWN_PORT;
        };
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
