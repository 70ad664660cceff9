package org.bayeux.it.cometd;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.component.LifeCycle;

/** A released CometD client; each call waits for the server's answer, and fails the test if none comes. */
public final class CometdClient implements AutoCloseable {

    private static final long LIMIT_SECONDS = 20;

    private final HttpClient http;
    private final BayeuxClient client;

    private CometdClient(HttpClient http, BayeuxClient client) {
        this.http = http;
        this.client = client;
    }

    /** A client that has not shaken hands yet. */
    public static CometdClient of(Connector connector, URI url) {
        HttpClient http = new HttpClient();
        LifeCycle.start(http);
        return new CometdClient(http, new BayeuxClient(url.toString(), connector.transport(http)));
    }

    /** A client that has shaken hands and is connected. */
    public static CometdClient connected(Connector connector, URI url) {
        CometdClient client = of(connector, url);
        Message reply = client.handshake(Map.of());
        if (!reply.isSuccessful() || !client.reaches(BayeuxClient.State.CONNECTED)) {
            throw new AssertionError("handshake failed: " + reply);
        }
        return client;
    }

    /** The client itself, for what this class does not wrap. */
    public BayeuxClient unwrap() {
        return client;
    }

    /** The id that the server gave. */
    public String id() {
        return client.getId();
    }

    /** Shakes hands, with more fields in the message. */
    public Message handshake(Map<String, Object> fields) {
        return reply(listener -> client.handshake(fields, listener));
    }

    /** Subscribes and returns where the messages arrive; the server must agree. */
    public Inbox subscribe(String channel) {
        Inbox inbox = new Inbox();
        subscribe(channel, inbox);
        return inbox;
    }

    /** Lets the messages arrive there. */
    public void subscribe(String channel, ClientSessionChannel.MessageListener inbox) {
        Message reply = reply(listener -> client.getChannel(channel).subscribe(inbox, listener));
        if (!reply.isSuccessful()) {
            throw new AssertionError("subscription refused: " + reply);
        }
    }

    /** Tries to subscribe. */
    public Message trySubscribe(String channel) {
        return reply(listener -> client.getChannel(channel).subscribe(new Inbox(), listener));
    }

    /** Ends a subscription. */
    public Message unsubscribe(String channel, Inbox inbox) {
        return reply(listener -> client.getChannel(channel).unsubscribe(inbox, listener));
    }

    /** Receives what is delivered on a service channel, which needs no subscription. */
    public Inbox listen(String channel) {
        Inbox inbox = new Inbox();
        client.getChannel(channel).addListener((ClientSessionChannel.MessageListener) (on, message) -> {
            if (!message.isPublishReply()) {
                inbox.onMessage(on, message);
            }
        });
        return inbox;
    }

    /** Publishes. */
    public Message publish(String channel, Object data) {
        return reply(listener -> client.getChannel(channel).publish(data, listener));
    }

    /** Publishes in one batch, and waits for the answer to the last message. */
    public Message publishAll(String channel, List<?> data) {
        return reply(listener -> client.batch(() -> {
            int last = data.size() - 1;
            data.subList(0, last).forEach(one -> client.getChannel(channel).publish(one));
            client.getChannel(channel).publish(data.get(last), listener);
        }));
    }

    /** Calls a method of a service. */
    public Message call(String target, Object data) {
        return reply(listener -> client.remoteCall(target, data, listener));
    }

    /** Says goodbye. */
    public Message disconnect() {
        return reply(client::disconnect);
    }

    /** Waits until the client is in that state. */
    public boolean reaches(BayeuxClient.State state) {
        return client.waitFor(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS), state);
    }

    /** Goes without a word, as when its machine is switched off. */
    public void hangUp() {
        client.abort();
        LifeCycle.stop(http);
    }

    @Override
    public void close() {
        if (client.isHandshook()) {
            disconnect();
            reaches(BayeuxClient.State.DISCONNECTED);
        } else {
            client.abort();
        }
        LifeCycle.stop(http);
    }

    private static Message reply(Consumer<ClientSession.MessageListener> request) {
        CompletableFuture<Message> reply = new CompletableFuture<>();
        request.accept(reply::complete);
        try {
            return reply.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer within " + LIMIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
