package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.Connection;
import org.bayeux.server.spi.Outlet;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.wire.MalformedMessageException;
import org.junit.jupiter.api.Test;

/** An adapter that fails where it must not stops one array at most. */
class BrokenExchangeTest {

    private static final String HANDSHAKE = "[{\"channel\":\"/meta/handshake\",\"id\":\"1\"}]";

    private final InMemoryServer server = InMemoryServer.start();
    private final List<String> written = new ArrayList<>();
    private boolean broken = true;

    @Test
    void aRequestIsAnsweredAlthoughItsContextFails() throws MalformedMessageException {
        receive(server.engine().open("long-polling", failing(), outlet(false)), HANDSHAKE);

        assertThat(written).hasSize(1).first().asString().contains("500::internal_error", "\"id\":\"1\"");
    }

    @Test
    void theNextFrameIsProcessed() throws MalformedMessageException {
        Connection socket = server.engine().open("websocket", failing(), outlet(true));
        receive(socket, HANDSHAKE);
        broken = false;

        receive(socket, HANDSHAKE);

        assertThat(written).hasSize(2);
        assertThat(written.get(0)).contains("500::internal_error");
        assertThat(written.get(1)).contains("\"successful\":true");
    }

    @Test
    void theNextFrameIsProcessedAlthoughTheOutletFailed() throws MalformedMessageException {
        Connection socket = server.engine().open("websocket", new Browser().context(), failingOutlet(true));
        receive(socket, HANDSHAKE);
        broken = false;

        receive(socket, HANDSHAKE);

        assertThat(written).hasSize(1).first().asString().contains("\"successful\":true");
    }

    @Test
    void sessionWhoseClientNeverHearsOfItExpires() throws MalformedMessageException {
        receive(server.engine().open("long-polling", new Browser().context(), failingOutlet(false)), HANDSHAKE);
        receive(server.engine().open("websocket", new Browser().context(), failingOutlet(true)), HANDSHAKE);
        assertThat(server.bayeux().getSessions()).hasSize(2);

        server.clock().advanceMillis(60_000);

        assertThat(server.bayeux().getSessions()).isEmpty();
    }

    private void receive(Connection connection, String text) throws MalformedMessageException {
        connection.receive(server.engine().codec().parse(text));
    }

    private BayeuxContext failing() {
        BayeuxContext context = new Browser().context();
        return (BayeuxContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BayeuxContext.class}, (proxy, method, arguments) -> {
                    if (broken && method.getName().equals("getHeader")) {
                        throw new IllegalStateException("broken on purpose");
                    }
                    return method.invoke(context, arguments);
                });
    }

    private Outlet failingOutlet(boolean streaming) {
        Outlet outlet = outlet(streaming);
        return new Outlet() {
            @Override
            public boolean isStreaming() {
                return streaming;
            }

            @Override
            public void write(Batch batch) {
                if (broken) {
                    throw new IllegalStateException("broken on purpose");
                }
                outlet.write(batch);
            }

            @Override
            public void close() {
                outlet.close();
            }
        };
    }

    private Outlet outlet(boolean streaming) {
        return new Outlet() {
            @Override
            public boolean isStreaming() {
                return streaming;
            }

            @Override
            public void write(Batch batch) {
                written.add(batch.text());
                batch.delivered();
            }

            @Override
            public void close() {}
        };
    }
}
