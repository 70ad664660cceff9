package org.bayeux.it.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A WebSocket whose frames the test writes itself. Confined to one thread. */
public final class RawWebSocket implements AutoCloseable {

    private final Connection connection;
    private final HttpReply upgraded;

    private RawWebSocket(Connection connection, HttpReply upgraded) {
        this.connection = connection;
        this.upgraded = upgraded;
    }

    /** Connects and upgrades, with those header lines, each {@code Name: value}. */
    public static RawWebSocket open(URI url, String... headers) {
        Connection connection = Connection.to(url);
        connection.send(upgrade(url, headers));
        HttpReply reply = connection.take(HttpReply::take);
        if (reply == null || reply.status() != 101) {
            connection.close();
            throw new IllegalStateException("no upgrade: " + reply);
        }
        return new RawWebSocket(connection, reply);
    }

    /** The request that turns a connection into a WebSocket. */
    public static byte[] upgrade(URI url, String... headers) {
        String more = Arrays.stream(headers).map(line -> line + "\r\n").collect(Collectors.joining());
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return ("GET " + url.getRawPath() + query + " HTTP/1.1\r\nHost: " + url.getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + more + "\r\n")
                .getBytes(UTF_8);
    }

    /** The response by which the connection became a WebSocket. */
    public HttpReply upgraded() {
        return upgraded;
    }

    /** Sends a text message. */
    public void send(String text) {
        send(WebSocketFrame.text(text).masked());
    }

    /** Sends exactly these bytes. */
    public void send(byte[] bytes) {
        connection.send(bytes);
    }

    /** Waits for the next frame, or for the end of the connection, which gives null. */
    public @Nullable WebSocketFrame next() {
        return connection.take((bytes, ended) -> WebSocketFrame.take(bytes));
    }

    /** Waits for the next text message. */
    public String text() {
        WebSocketFrame frame = next();
        if (frame == null || frame.head() != WebSocketFrame.TEXT) {
            throw new IllegalStateException("expected a text message, got " + frame);
        }
        return frame.text();
    }

    @Override
    public void close() {
        connection.close();
    }
}
