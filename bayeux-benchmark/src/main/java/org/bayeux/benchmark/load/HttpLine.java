package org.bayeux.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A kept HTTP connection with one request at a time; what comes meanwhile waits. It opens when it is needed, again too if the
 * server has closed it between two requests.
 *
 * <p>Confined to the reactor's thread.
 */
final class HttpLine implements Conversation, Pieces {

    private final LongPollingClient client;
    private final ReplyScanner scanner;
    private final ResponseReader responses = new ResponseReader(this, this::head);
    private final Queue<String> waiting = new ArrayDeque<>();
    private @Nullable Link link;
    private boolean busy;
    private boolean closing;

    HttpLine(LongPollingClient client) {
        this.client = client;
        this.scanner = new ReplyScanner(client);
    }

    /** Posts the text, when those before it have been answered. */
    void post(String text) {
        waiting.add(text);
        next();
    }

    @Override
    public void connected() {
        // What is to be said is on its way already.
    }

    @Override
    public void received(byte[] bytes, int from, int to) {
        responses.read(bytes, from, to);
    }

    @Override
    public void lost(String reason) {
        link = null;
        if (busy) {
            client.lost(reason + " before the response");
        }
    }

    @Override
    public void piece(byte[] bytes, int from, int to) {
        scanner.scan(bytes, from, to);
    }

    @Override
    public void complete() {
        busy = false;
        if (closing && link != null) {
            link.close();
            link = null;
        }
        client.textEnded();
        next();
    }

    private void head(int status, String text, String lowerCase) {
        closing = "close".equals(Headers.value(lowerCase, lowerCase, "connection"));
        client.head(text, lowerCase);
        if (status != 200) {
            client.lost("status " + status);
        }
    }

    private void next() {
        String text = busy ? null : waiting.poll();
        if (text == null) {
            return;
        }
        busy = true;
        if (link == null) {
            link = client.connect(this);
        }
        byte[] body = text.getBytes(UTF_8);
        byte[] head = client.requestHead(body.length);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        link.send(request);
    }
}
