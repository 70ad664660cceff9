package org.bayeux.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers {@code OPTIONS}: what a browser asks before the page of another origin may send more than a form could. */
final class Preflight {

    private static final String HALF_AN_HOUR = "1800";
    private static final int MOST_HEADERS = 32;
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Preflight() {}

    /**
     * Writes the headers of the answer, which has no body. The origin has been let in before.
     *
     * @param methods what may be used, as in the header {@code Allow}
     */
    static void write(HttpServletRequest request, HttpServletResponse response, String methods) {
        response.setHeader("Allow", methods);
        if (request.getHeader("Access-Control-Request-Method") != null) {
            response.addHeader("Vary", "Access-Control-Request-Method");
            response.addHeader("Vary", "Access-Control-Request-Headers");
            response.setHeader("Access-Control-Allow-Methods", methods);
            response.setHeader(
                    "Access-Control-Allow-Headers", headers(request.getHeader("Access-Control-Request-Headers")));
            response.setHeader("Access-Control-Max-Age", HALF_AN_HOUR);
        }
    }

    /** Any header may be sent, but only names are repeated. */
    private static String headers(@Nullable String asked) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.add("Content-Type");
        for (String name : (asked == null ? "" : asked).split(",", MOST_HEADERS + 1)) {
            String bare = name.strip();
            if (names.size() < MOST_HEADERS && HEADER.matcher(bare).matches()) {
                names.add(bare.toLowerCase(Locale.ROOT));
            }
        }
        return String.join(", ", names);
    }
}
