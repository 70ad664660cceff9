package org.bayeux.it.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;

/** The bytes of a POST, complete or only its beginning. Immutable. */
public final class HttpPost {

    private final URI url;
    private final String headers;

    private HttpPost(URI url, String headers) {
        this.url = url;
        this.headers = headers;
    }

    /** A request to {@code url} without a content type. */
    public static HttpPost to(URI url) {
        return new HttpPost(url, "");
    }

    /** With that content type; an empty one sends none. */
    public HttpPost contentType(String type) {
        return type.isEmpty() ? this : headers("Content-Type: " + type);
    }

    /** With those header lines, each {@code Name: value}. */
    public HttpPost headers(String... lines) {
        StringBuilder all = new StringBuilder(headers);
        for (String line : lines) {
            all.append(line).append("\r\n");
        }
        return new HttpPost(url, all.toString());
    }

    /** The whole request. */
    public byte[] bytes(byte[] body) {
        byte[] head = head(body.length);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /** The whole request with a body in UTF-8. */
    public byte[] bytes(String body) {
        return bytes(body.getBytes(UTF_8));
    }

    /** Everything up to the body, which is announced to have {@code length} bytes. */
    public byte[] head(long length) {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return ("POST " + url.getRawPath() + query + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n" + headers
                        + "Content-Length: " + length + "\r\n\r\n")
                .getBytes(UTF_8);
    }
}
