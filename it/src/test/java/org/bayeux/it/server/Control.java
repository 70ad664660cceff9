package org.bayeux.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The test application's own REST resource, seen from the tests. Thread-safe. */
public final class Control {

    private final URI url;
    private final HttpClient http = HttpClient.newHttpClient();

    Control(URI url) {
        this.url = url;
    }

    /** Number of live threads in the server's JVM. */
    public int threads() {
        return Integer.parseInt(get("/threads"));
    }

    /** The names of the MBeans of the server of an application in the same JVM. */
    public List<String> mbeans(String context) {
        return get("/mbeans?context=" + URLEncoder.encode(context, UTF_8))
                .lines()
                .toList();
    }

    /** What an MBean says of an attribute. */
    public String attribute(String mbean, String name) {
        return get("/mbeans/attribute?mbean=" + URLEncoder.encode(mbean, UTF_8) + "&name=" + name);
    }

    /** Number of sessions, those of services included. */
    public int sessions() {
        return Integer.parseInt(get("/sessions"));
    }

    /** Whether the server knows a session. */
    public boolean knows(String clientId) {
        return Boolean.parseBoolean(get("/sessions/" + clientId));
    }

    /** Makes the server forget a session; false if it knew none. */
    public boolean forget(String clientId) {
        return Boolean.parseBoolean(send(request("/sessions/" + clientId).DELETE()));
    }

    /** Number of subscribers of a channel of which the server holds a connect. */
    public int held(String channel) {
        return Integer.parseInt(get("/held?channel=" + channel));
    }

    /** How often a callback of the application saw something. */
    public int seen(String what) {
        return Integer.parseInt(get("/seen?what=" + URLEncoder.encode(what, UTF_8)));
    }

    /** Whether the channel was set up by the application. */
    public boolean configured(String channel) {
        return Boolean.parseBoolean(get("/configured?channel=" + channel));
    }

    /** Publishes on the server, by nobody. */
    public void publish(String channel, String data) {
        send(request("/publish?channel=" + channel)
                .header("Content-Type", "text/plain; charset=UTF-8")
                .POST(BodyPublishers.ofString(data)));
    }

    private String get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(response + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + url, e);
        }
    }
}
