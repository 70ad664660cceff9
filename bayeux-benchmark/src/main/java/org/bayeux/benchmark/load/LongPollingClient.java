package org.bayeux.benchmark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A browser of its own: a connection for its connects, another one for what it publishes, and one cookie. */
final class LongPollingClient extends Client {

    private final HttpLine connects = new HttpLine(this);
    private final HttpLine publishes = new HttpLine(this);
    private String cookie = "";

    LongPollingClient(Crowd crowd, Language language, URI endpoint, int[] rooms) {
        super(crowd, language, endpoint, rooms);
    }

    @Override
    void open() {
        opened();
    }

    @Override
    void say(String text) {
        connects.post(text);
    }

    @Override
    void sayNow(String text) {
        publishes.post(text);
    }

    /** Takes the browser's cookie from the head of a response. */
    void head(String text, String lowerCase) {
        if (cookie.isEmpty()) {
            @Nullable String value = Headers.value(text, lowerCase, "set-cookie");
            cookie = value == null ? "" : "Cookie: " + value.split(";", 2)[0] + "\r\n";
        }
    }

    byte[] requestHead(int length) {
        return (request("POST") + "Content-Type: application/json\r\n" + cookie + "Content-Length: " + length
                        + "\r\n\r\n")
                .getBytes(US_ASCII);
    }
}
