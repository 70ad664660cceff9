package org.bayeux.it.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.server.OnServer;
import org.bayeux.it.server.TestServer;
import org.cometd.bayeux.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Beans of a real application live as long as the session of one client. */
@OnServer
class ClientSessionScopedIT extends DeployedCdiApplication {

    ClientSessionScopedIT(TestServer server) {
        super(server);
    }

    @ParameterizedTest
    @EnumSource
    void eachClientHasABeanOfItsOwn(Connector connector) {
        try (CometdClient ann = connect(connector);
                CometdClient bob = connect(connector)) {
            ann.call("put", "apple");
            Message bobs = bob.call("put", "bread");
            Message anns = ann.call("put", "avocado");

            assertThat(bobs.getData()).isEqualTo("gift bread");
            assertThat(anns.getData()).isEqualTo("gift apple avocado");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsDestroyedWithItsSession(Connector connector) {
        String item = "item" + UUID.randomUUID();
        try (CometdClient watching = connect(connector)) {
            CometdClient client = connect(connector);
            client.call("put", item);
            assertThat(watching.call("destroyed", "gift " + item).getData()).isEqualTo(false);

            client.close();

            assertThat(watching.call("destroyed", "gift " + item).getData()).isEqualTo(true);
        }
    }
}
