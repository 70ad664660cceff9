package org.bayeux.benchmark.load;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * One client: says hello, joins its rooms, stays connected, and adds up what it gets.
 *
 * <p>Confined to the reactor's thread. Subclasses know how texts travel.
 */
abstract class Client implements Findings {

    private final Crowd crowd;
    private final Language language;
    private final URI endpoint;
    private final int[] rooms;
    private final Account account = new Account();
    private final Account owed = new Account();
    private String clientId = "";
    private long acknowledged;
    private boolean joined;
    private boolean ready;
    private boolean connectDue;

    Client(Crowd crowd, Language language, URI endpoint, int[] rooms) {
        this.crowd = crowd;
        this.language = language;
        this.endpoint = endpoint;
        this.rooms = rooms;
    }

    /** Opens its connections and starts. */
    abstract void open();

    /** Sends a text on the way on which it waits for messages. */
    abstract void say(String text);

    /** Sends a text that must not wait until the server has something to say. */
    abstract void sayNow(String text);

    final void publish(Batch batch) {
        sayNow(language.publish(clientId, batch));
    }

    /** Says good-bye, if the language has a word for it. */
    final void leave() {
        String words = language.leave(clientId);
        if (!words.isEmpty()) {
            sayNow(words);
        }
    }

    final int[] rooms() {
        return rooms;
    }

    /** What it got. */
    final Account account() {
        return account;
    }

    /** What it has to get beside the messages of its rooms. */
    final Account owed() {
        return owed;
    }

    /** Opens a connection to its server. */
    final Link connect(Conversation conversation) {
        return crowd.reactor().open(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), conversation);
    }

    /** The beginning of a request to its server, with the line that says to whom. */
    final String request(String method) {
        return method + ' ' + endpoint.getPath() + " HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\n";
    }

    /** To be called when the way is open. */
    final void opened() {
        say(language.hello());
    }

    /** To be called when a text has been read to its end; only now may be answered to it. */
    final void textEnded() {
        crowd.textArrived();
        if (!joined && !clientId.isEmpty()) {
            joined = true;
            say(language.join(clientId, rooms));
        } else if (connectDue) {
            connectDue = false;
            String connect = language.connect(clientId, acknowledged);
            if (!connect.isEmpty()) {
                say(connect);
            }
            if (!ready) {
                ready = true;
                crowd.clientReady();
            }
        }
    }

    /** To be called when it can go on no longer. */
    public final void lost(String reason) {
        crowd.clientLost(reason);
    }

    @Override
    public final void delivered(long planned, int number) {
        account.add(number);
        crowd.delivered(planned);
    }

    @Override
    public final void connectReplied() {
        connectDue = true;
    }

    @Override
    public final void accepted() {
        // Only what is refused is of interest.
    }

    @Override
    public final void refused() {
        crowd.clientRefused();
    }

    @Override
    public final void acknowledge(long batch) {
        acknowledged = batch;
    }

    @Override
    public final void clientId(String id) {
        if (!joined) {
            clientId = id;
        }
    }
}
