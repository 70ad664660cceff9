package org.bayeux.it;

import java.util.Map;
import org.bayeux.it.matrix.Over;
import org.bayeux.it.matrix.Transport;
import org.bayeux.it.script.NodeTests;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestApplication;
import org.junit.jupiter.api.Test;

/** The released JavaScript client in Node.js; the scenario itself is {@code src/test/js/cometd.test.mjs}. */
@OnServer
@Over({Transport.LONG_POLLING, Transport.WEBSOCKET})
class CometdJavaScriptClientIT {

    private final TestApplication app;

    CometdJavaScriptClientIT(TestApplication app) {
        this.app = app;
    }

    @Test
    void javaScriptClientDoesEverythingOnEachTransport() throws Exception {
        NodeTests.run(
                "cometd.test.mjs",
                Map.of("BAYEUX_URL", app.bayeux().toString(), "CONTROL_URL", app.url() + "/control"),
                180);
    }
}
