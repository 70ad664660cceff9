package org.bayeux.it.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;

/** Requests of the callback-polling transport, and any other without a body. */
public final class HttpGet {

    private HttpGet() {}

    /** The query that carries messages to a callback; an empty one is left out. */
    public static URI query(URI url, String callback, String... messages) {
        StringBuilder query = new StringBuilder(callback.isEmpty() ? "" : "jsonp=" + encoded(callback));
        for (String message : messages) {
            query.append(query.isEmpty() ? "" : "&").append("message=").append(encoded(message));
        }
        return URI.create(url + "?" + query);
    }

    /** The whole request, with header lines, each {@code Name: value}. */
    public static byte[] bytes(String method, URI url, String... headers) {
        String target = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        StringBuilder head =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(UTF_8);
    }

    /** Sends such a request on a connection of its own. */
    public static HttpReply send(String method, URI url, String... headers) {
        try (RawHttp http = RawHttp.open(url)) {
            http.send(bytes(method, url, headers));
            return http.reply();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
