package org.bayeux.testkit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Connection;
import org.bayeux.wire.BayeuxMessage;
import org.jspecify.annotations.Nullable;

/** The sockets or requests of one client, at the end of its network. Confined to the test, as the client is. */
final class ClientConnections {

    private final BayeuxEngine engine;
    private final String transport;
    private final Browser browser;
    private final Network network;
    private final Consumer<Batch> receiver;
    private final List<ClientOutlet> requests = new ArrayList<>();
    private final Queue<Batch> unsettled = new ArrayDeque<>();
    private Writing writing = Writing.AT_ONCE;
    private @Nullable Connection socket;

    ClientConnections(
            BayeuxEngine engine, String transport, Browser browser, Network network, Consumer<Batch> receiver) {
        this.engine = engine;
        this.transport = transport;
        this.browser = browser;
        this.network = network;
        this.receiver = receiver;
    }

    /** Lets messages go their way. */
    void send(List<BayeuxMessage> messages) {
        network.send(() -> connection().receive(messages));
    }

    private Connection connection() {
        Connection open = socket;
        if (open != null) {
            return open;
        }
        boolean streaming = isStreaming();
        ClientOutlet outlet = new ClientOutlet(streaming, batch -> network.answer(new Answer(batch)));
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
        receiver.accept(batch);
    }

    void writing(Writing changed) {
        writing = changed;
    }

    /** Takes the oldest batch whose fate the server does not know. */
    Batch unsettled() {
        return unsettled.remove();
    }

    /** The connection breaks, and the server notices. */
    void breakOff() {
        IOException cause = new IOException("the connection was cut");
        Connection broken = socket;
        if (broken == null && isStreaming()) {
            throw new IllegalStateException("there is no open socket to cut");
        }
        giveUp(cause);
        if (broken != null) {
            broken.lost(cause);
        }
    }

    /** The client lets go of them, with what is under way; the server learns of that when it writes. */
    void giveUp(IOException cause) {
        requests.forEach(ClientOutlet::cut);
        requests.clear();
        socket = null;
        network.fail(cause);
    }

    void openAnotherSocket() {
        socket = null;
    }

    boolean isHeld() {
        return requests.stream().anyMatch(request -> !request.isAnswered());
    }

    boolean isClosed() {
        return requests.stream().anyMatch(ClientOutlet::isClosed);
    }

    private boolean isStreaming() {
        return transport.equals(ServerConfig.WEBSOCKET);
    }

    /** A batch on its way to the client. */
    private final class Answer implements Lane.Transit {

        private final Batch batch;

        Answer(Batch batch) {
            this.batch = batch;
        }

        @Override
        public void arrives() {
            arrive(batch);
        }

        @Override
        public void vanishes() {
            batch.delivered();
        }

        @Override
        public void fails(IOException cause) {
            batch.failed(cause);
        }
    }
}
