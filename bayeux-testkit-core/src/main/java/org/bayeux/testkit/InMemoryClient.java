package org.bayeux.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.BayeuxEngine;
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
    private final @Nullable ManualClock clock;
    private final Network network;
    private final Inbox inbox = new Inbox();
    private final List<Integer> batchSizes = new ArrayList<>();
    private final ClientConnections connections;
    private @Nullable Heartbeat heartbeat;
    private @Nullable String id;
    private int sent;

    /**
     * A client of a server that was not started by the testkit and has a time of its own, so that nothing can be delayed or
     * awaited; for one with a manual clock see {@link InMemoryServer#of}.
     *
     * @param transport one that the server knows, such as {@link ServerConfig#WEBSOCKET}
     */
    public static InMemoryClient of(BayeuxEngine engine, String transport, Browser browser) {
        return new InMemoryClient(engine, null, transport, browser);
    }

    InMemoryClient(BayeuxEngine engine, @Nullable ManualClock clock, String transport, Browser browser) {
        this.engine = engine;
        this.clock = clock;
        this.network = new Network(clock);
        this.connections = new ClientConnections(engine, transport, browser, network, this::take);
        this.transport = transport;
        this.browser = browser;
        this.json = new Json(engine.codec().context());
    }

    /**
     * Sends a message or an array of messages: in a request of its own by long-polling, over the open socket otherwise,
     * which is opened if there is none.
     */
    public InMemoryClient sends(String script) {
        String text = Json.unquote(script, id);
        for (int copies = network.copies(); copies > 0; copies--) {
            connections.send(parse(text));
        }
        catchUp();
        return this;
    }

    private List<BayeuxMessage> parse(String text) {
        try {
            return engine.codec().parse(text);
        } catch (MalformedMessageException e) {
            throw new AssertionError("not Bayeux messages: " + text, e);
        }
    }

    /** Takes the next message, which has exactly these fields. */
    public InMemoryClient receives(String script) {
        return takes(script, true);
    }

    /** Takes the next message, which has at least these fields. */
    public InMemoryClient receivesSome(String script) {
        return takes(script, false);
    }

    /**
     * Takes the first message that has at least these fields, wherever it is among those that wait, and lets up to a minute
     * pass until it comes. What else has come is left.
     */
    public InMemoryClient awaits(String script) {
        return awaits(script, Duration.ofMinutes(1));
    }

    /** The same, but lets no more time pass than this. */
    public InMemoryClient awaits(String script, Duration limit) {
        Map<String, @Nullable Object> expected = expected(script);
        if (!clock().turnUntil(() -> inbox.has(expected), limit)) {
            throw new AssertionError("waited " + limit.toMillis() + " ms for " + expected + "\n received " + inbox);
        }
        inbox.pick(expected);
        return this;
    }

    /** Makes sure that no message is left. */
    public InMemoryClient receivesNothing() {
        catchUp();
        if (!inbox.isEmpty()) {
            throw new AssertionError("expected no message, received " + inbox);
        }
        return this;
    }

    /** Whether there is a message with at least these fields that was not taken. */
    public boolean hasReceived(String script) {
        catchUp();
        return inbox.has(expected(script));
    }

    /** Leaves out what was not taken so far, as if the script had. */
    public InMemoryClient forgetsReceived() {
        catchUp();
        inbox.clear();
        return this;
    }

    /** Takes the next message, whatever it is. */
    public Map<String, @Nullable Object> takes() {
        catchUp();
        return inbox.next("a message");
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

    /**
     * From now on connects again whenever a connect is answered, as clients outside of tests do; these answers are not left
     * to the script. Joins first if it has not shaken hands.
     *
     * @throws IllegalStateException if it was made without a clock
     */
    public InMemoryClient staysConnected() {
        ManualClock turned = clock();
        if (id == null) {
            joins();
        }
        heartbeat = new Heartbeat(turned, this::connects);
        return this;
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

    /** What lies between it and the server. */
    public Network network() {
        return network;
    }

    /** How the server hears from now on what became of what it wrote. */
    public InMemoryClient writing(Writing changed) {
        connections.writing(changed);
        return this;
    }

    /** Lets the server hear that the oldest batch of a slow network has arrived. */
    public InMemoryClient settles() {
        connections.unsettled().delivered();
        return this;
    }

    /** Lets the server hear that the oldest batch of a slow network did not arrive after all. */
    public InMemoryClient loses() {
        connections.unsettled().failed(new IOException("the network was slow, then lost it"));
        return this;
    }

    /**
     * Breaks the connection, which both sides notice: the socket, or the requests that are not answered. The next message
     * opens a new one.
     *
     * @throws IllegalStateException if there is no open socket
     */
    public InMemoryClient isCut() {
        connections.breakOff();
        return this;
    }

    /**
     * Comes back with its session, as clients do that have lost the connection: by a new one, over a network that works
     * again, with a connect that is answered at once, and then one to be held. What was under way before is lost; of a
     * connection that was only cut off the server learns by this.
     */
    public InMemoryClient reconnects() {
        connections.giveUp(new IOException("the client has come back by another connection"));
        network.restore();
        succeeds("{'channel':'/meta/connect','clientId':'$id','connectionType':'" + transport
                + "','advice':{'timeout':0}");
        return connects();
    }

    /** Opens a socket beside the present one, which goes on existing, and uses it from now on. */
    public InMemoryClient opensAnotherSocket() {
        connections.openAnotherSocket();
        return this;
    }

    /** Uses the session of another client. */
    public InMemoryClient pretendsToBe(InMemoryClient other) {
        id = other.id;
        return this;
    }

    /** Whether a request is not answered yet; on a socket, whether none ever was. */
    public boolean isHeld() {
        catchUp();
        return connections.isHeld();
    }

    /** Whether the server has closed a socket of this client. */
    public boolean isClosed() {
        catchUp();
        return connections.isClosed();
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
        catchUp();
        return engine.server().getSession(id()) != null;
    }

    /** Its browser. */
    public Browser browser() {
        return browser;
    }

    /** For people who look for what went wrong: what it has received and nobody took, and what is under way. */
    @Override
    public String toString() {
        return transport + " client of " + browser + " with session " + id + ": not taken " + inbox + ", under way "
                + network.underWay() + (connections.isHeld() ? ", a request is held" : "");
    }

    private InMemoryClient takes(String script, boolean exactly) {
        catchUp();
        inbox.take(expected(script), exactly);
        return this;
    }

    private Map<String, @Nullable Object> expected(String script) {
        return json.object(Json.unquote(script, id));
    }

    private InMemoryClient succeeds(String openObject) {
        String messageId = "ok" + ++sent;
        sends(openObject + ",'id':'" + messageId + "'}");
        if (inbox.pickSuccess(messageId)) {
            return this;
        }
        throw new AssertionError("expected success of " + openObject + "}\n received " + inbox);
    }

    private void take(Batch batch) {
        batchSizes.add(batch.messages().size());
        for (BayeuxMessage message : batch.messages()) {
            Map<String, @Nullable Object> fields = json.object(message.getJSON());
            Heartbeat beating = heartbeat;
            if (beating == null || !beating.takes(fields)) {
                inbox.add(fields);
            }
        }
    }

    private void catchUp() {
        if (clock != null) {
            clock.catchUp();
        }
    }

    private ManualClock clock() {
        if (clock == null) {
            throw new IllegalStateException(
                    "this client has no clock that could be turned; let InMemoryServer make it");
        }
        return clock;
    }
}
