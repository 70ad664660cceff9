package org.bayeux.testkit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Connection;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * A client that does what its test says, and nothing by itself.
 *
 * <p>Tests are scripts: what the client {@code sends}, what it {@code receives}. Messages are written as JSON with single
 * quotes; {@code $id} stands for the client's id, {@code $any} for any value where one is expected. What arrives waits in
 * order until the script takes it. A script that is not followed ends with an {@link AssertionError}.
 *
 * <p>Confined to one thread.
 */
public final class InMemoryClient {

    private final BayeuxEngine engine;
    private final String transport;
    private final Browser browser;
    private final Json json;
    private final Deque<Map<String, @Nullable Object>> inbox = new ArrayDeque<>();
    private final List<Integer> batchSizes = new ArrayList<>();
    private final List<ClientOutlet> requests = new ArrayList<>();
    private final Queue<Batch> unsettled = new ArrayDeque<>();
    private Writing writing = Writing.AT_ONCE;
    private @Nullable Connection socket;
    private @Nullable String id;
    private int sent;

    InMemoryClient(BayeuxEngine engine, String transport, Browser browser) {
        this.engine = engine;
        this.transport = transport;
        this.browser = browser;
        this.json = new Json(engine.codec().context());
    }

    /**
     * Sends a message or an array of messages: in a request of its own by long-polling, over the open socket otherwise,
     * which is opened if there is none.
     */
    public InMemoryClient sends(String script) {
        List<BayeuxMessage> messages;
        try {
            messages = engine.codec().parse(Json.unquote(script, id));
        } catch (MalformedMessageException e) {
            throw new AssertionError("not Bayeux messages: " + script, e);
        }
        connection().receive(messages);
        return this;
    }

    /** Takes the next message, which has exactly these fields. */
    public InMemoryClient receives(String script) {
        return takes(script, true);
    }

    /** Takes the next message, which has at least these fields. */
    public InMemoryClient receivesSome(String script) {
        return takes(script, false);
    }

    /** Makes sure that no message is left. */
    public InMemoryClient receivesNothing() {
        if (!inbox.isEmpty()) {
            throw new AssertionError("expected no message, received " + inbox);
        }
        return this;
    }

    /** Takes the next message, whatever it is. */
    public Map<String, @Nullable Object> takes() {
        Map<String, @Nullable Object> next = inbox.poll();
        if (next == null) {
            throw new AssertionError("expected a message, received nothing");
        }
        return next;
    }

    /** Shakes hands, by the reply knows its id. */
    public InMemoryClient shakesHands() {
        return shakesHands("");
    }

    /** Shakes hands with more fields, as in {@code 'ext':{'ack':true}}; by the reply knows its id. */
    public InMemoryClient shakesHandsWith(String fields) {
        return shakesHands("," + fields);
    }

    private InMemoryClient shakesHands(String fields) {
        sends("{'channel':'/meta/handshake','version':'1.0','supportedConnectionTypes':['" + transport + "']" + fields
                + "}");
        Map<String, @Nullable Object> reply = takes();
        if (!(reply.get("clientId") instanceof String given)) {
            throw new AssertionError("expected to be given an id, received " + reply);
        }
        id = given;
        return this;
    }

    /** Sends a connect; its reply is left to the script. */
    public InMemoryClient connects() {
        return sends("{'channel':'/meta/connect','clientId':'$id','connectionType':'" + transport + "'}");
    }

    /** Shakes hands and connects, so that the server holds a connect; the replies before that are taken. */
    public InMemoryClient joins() {
        shakesHands().connects().receivesSome("{'channel':'/meta/connect','successful':true}");
        return connects();
    }

    /** Subscribes to a channel or pattern with success. */
    public InMemoryClient subscribes(String channel) {
        return succeeds("{'channel':'/meta/subscribe','clientId':'$id','subscription':'" + channel + "'");
    }

    /** Ends the subscription to a channel or pattern with success. */
    public InMemoryClient unsubscribes(String channel) {
        return succeeds("{'channel':'/meta/unsubscribe','clientId':'$id','subscription':'" + channel + "'");
    }

    /** Publishes with success. */
    public InMemoryClient publishes(String channel, String data) {
        return succeeds("{'channel':'" + channel + "','clientId':'$id','data':" + data);
    }

    /** Disconnects with success. */
    public InMemoryClient disconnects() {
        return succeeds("{'channel':'/meta/disconnect','clientId':'$id'");
    }

    /** How the network behaves from now on. */
    public InMemoryClient writing(Writing changed) {
        writing = changed;
        return this;
    }

    /** Lets the server hear that the oldest batch of a slow network has arrived. */
    public InMemoryClient settles() {
        unsettled.remove().delivered();
        return this;
    }

    /** Lets the server hear that the oldest batch of a slow network did not arrive after all. */
    public InMemoryClient loses() {
        unsettled.remove().failed(new IOException("the network was slow, then lost it"));
        return this;
    }

    /** Breaks the socket, which both sides notice; the next message opens a new one. */
    public InMemoryClient isCut() {
        Connection cut = socket;
        if (cut == null) {
            throw new IllegalStateException("there is no open socket to cut");
        }
        requests.forEach(ClientOutlet::cut);
        requests.clear();
        socket = null;
        cut.lost(new IOException("the socket was cut"));
        return this;
    }

    /** Opens a socket beside the present one, which goes on existing, and uses it from now on. */
    public InMemoryClient opensAnotherSocket() {
        socket = null;
        return this;
    }

    /** Uses the session of another client. */
    public InMemoryClient pretendsToBe(InMemoryClient other) {
        id = other.id;
        return this;
    }

    /** Whether a request is not answered yet; on a socket, whether none ever was. */
    public boolean isHeld() {
        return requests.stream().anyMatch(request -> !request.isAnswered());
    }

    /** Whether the server has closed a socket of this client. */
    public boolean isClosed() {
        return requests.stream().anyMatch(ClientOutlet::isClosed);
    }

    /** How many messages came in each response or frame since this was asked last. */
    public List<Integer> batchSizes() {
        List<Integer> sizes = List.copyOf(batchSizes);
        batchSizes.clear();
        return sizes;
    }

    /** The id that the server gave. */
    public String id() {
        if (id == null) {
            throw new IllegalStateException("the client has not shaken hands");
        }
        return id;
    }

    /** Its session on the server. */
    public ServerSession session() {
        ServerSession session = engine.server().getSession(id());
        if (session == null) {
            throw new AssertionError("the session has ended");
        }
        return session;
    }

    /** Whether the server knows its session. */
    public boolean isKnown() {
        return engine.server().getSession(id()) != null;
    }

    /** Its browser. */
    public Browser browser() {
        return browser;
    }

    private InMemoryClient takes(String script, boolean exactly) {
        Map<String, @Nullable Object> expected = json.object(Json.unquote(script, id));
        Map<String, @Nullable Object> next = inbox.poll();
        if (next == null) {
            throw new AssertionError("expected " + expected + "\n received nothing");
        }
        if (!Json.fits(expected, next, exactly)) {
            throw new AssertionError("expected " + expected + "\n received " + next);
        }
        return this;
    }

    private InMemoryClient succeeds(String openObject) {
        String messageId = "ok" + ++sent;
        sends(openObject + ",'id':'" + messageId + "'}");
        for (Iterator<Map<String, @Nullable Object>> replies = inbox.iterator(); replies.hasNext(); ) {
            Map<String, @Nullable Object> reply = replies.next();
            if (messageId.equals(reply.get("id")) && Boolean.TRUE.equals(reply.get("successful"))) {
                replies.remove();
                return this;
            }
        }
        throw new AssertionError("expected success of " + openObject + "}\n received " + inbox);
    }

    private Connection connection() {
        boolean streaming = transport.equals(ServerConfig.WEBSOCKET);
        Connection open = socket;
        if (streaming && open != null) {
            return open;
        }
        ClientOutlet outlet = new ClientOutlet(streaming, this::arrive);
        requests.add(outlet);
        String cookie = engine.config().cookie().name();
        String given = streaming ? engine.newBrowserId(browser.cookie(cookie)).orElse(null) : null;
        Connection opened = engine.open(transport, browser.context(), outlet, given);
        if (given != null) {
            browser.cookie(cookie, given);
        }
        socket = streaming ? opened : null;
        return opened;
    }

    private void arrive(Batch batch) {
        switch (writing) {
            case FAILING -> batch.failed(new IOException("the network loses everything"));
            case SLOWLY -> {
                take(batch);
                unsettled.add(batch);
            }
            case AT_ONCE -> {
                take(batch);
                batch.delivered();
            }
        }
    }

    private void take(Batch batch) {
        batch.newBrowserId()
                .ifPresent(value -> browser.cookie(engine.config().cookie().name(), value));
        batchSizes.add(batch.messages().size());
        batch.messages().forEach(message -> inbox.add(json.object(message.getJSON())));
    }
}
