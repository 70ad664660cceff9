package org.bayeux.it.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** One TCP connection that speaks HTTP/1.1, or what the test takes for it. Confined to one thread. */
public final class RawHttp implements AutoCloseable {

    private final Connection connection;

    private RawHttp(Connection connection) {
        this.connection = connection;
    }

    /** Connects to the server of {@code url}. */
    public static RawHttp open(URI url) {
        return new RawHttp(Connection.to(url));
    }

    /** Posts {@code body} on a connection of its own. */
    public static HttpReply post(URI url, String contentType, String body) {
        return post(url, contentType, body.getBytes(UTF_8));
    }

    /** Posts {@code body} on a connection of its own. */
    public static HttpReply post(URI url, String contentType, byte[] body, String... headers) {
        try (RawHttp http = open(url)) {
            http.send(HttpPost.to(url).contentType(contentType).headers(headers).bytes(body));
            return http.reply();
        }
    }

    /** Sends exactly these bytes. */
    public void send(byte[] bytes) {
        connection.send(bytes);
    }

    /** Waits for the next response. */
    public HttpReply reply() {
        HttpReply reply = replyOrEnd();
        if (reply == null) {
            throw new IllegalStateException("the server closed the connection without a response");
        }
        return reply;
    }

    /** Waits for the next response, or for the server to close the connection without one, which gives null. */
    public @Nullable HttpReply replyOrEnd() {
        return connection.take(HttpReply::take);
    }

    @Override
    public void close() {
        connection.close();
    }
}
