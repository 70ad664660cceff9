package org.bayeux.websocket;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The headers of an upgrade request, with what Jakarta WebSocket leaves to its users: cookies and languages.
 *
 * <p>Immutable.
 */
final class Headers {

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Headers() {}

    static Headers copyOf(Map<String, List<String>> headers) {
        Headers copy = new Headers();
        headers.forEach((name, values) -> copy.values.put(name, List.copyOf(values)));
        return copy;
    }

    /** In their order; empty if there is no such header. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The value of the first cookie of that name (RFC 6265, section 5.4). */
    Optional<String> cookie(String name) {
        for (String header : all("Cookie")) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                    return Optional.of(unquoted(pair.substring(equals + 1).strip()));
                }
            }
        }
        return Optional.empty();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Best first; the server's own if the client names none, as the Servlet API does it. */
    List<Locale> languages() {
        List<Locale> languages;
        try {
            languages = Locale.LanguageRange.parse(String.join(",", all("Accept-Language"))).stream()
                    .filter(it -> !it.getRange().equals("*") && it.getWeight() > 0)
                    .map(it -> Locale.forLanguageTag(it.getRange()))
                    .toList();
        } catch (IllegalArgumentException e) {
            languages = List.of();
        }
        return languages.isEmpty() ? List.of(Locale.getDefault()) : languages;
    }
}
