package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** How long a connect is held, and who decides that. */
class ConnectTimesTest {

    private static final String CONNECT = "{'channel':'/meta/connect','clientId':'$id','id':'c'}";
    private static final String CONNECTED = "{'channel':'/meta/connect','id':'c','successful':true}";

    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient client = server.polling();

    @Test
    void changedTimesAreToldByTheNextConnect() {
        client.joins();
        client.session().setTimeout(5_000);
        client.session().setInterval(250);

        client.sends(CONNECT)
                .receivesSome("{'error':'408::connect_superseded'}")
                .receives("""
            {'channel':'/meta/connect','id':'c','successful':true,
             'advice':{'reconnect':'retry','interval':250,'timeout':5000}}""");
        client.sends(CONNECT);
        server.clock().advanceMillis(5_000);
        client.receives(CONNECTED);
    }

    @Test
    void timesSetToMinusOneAreThoseOfTheTransportAgain() {
        client.shakesHands();
        client.session().setTimeout(5_000);
        client.session().setInterval(250);
        client.session().setMaxInterval(100);

        client.session().setTimeout(-1);
        client.session().setInterval(-1);
        client.session().setMaxInterval(-1);

        client.connects().receivesSome("{'advice':{'reconnect':'retry','interval':0,'timeout':30000}}");
        server.clock().advanceMillis(9_999);
        assertThat(client.isKnown()).isTrue();
        assertThat(client.session().getTimeout()).isEqualTo(-1);
        assertThat(client.session().getInterval()).isEqualTo(-1);
        assertThat(client.session().getMaxInterval()).isEqualTo(-1);
    }

    @Test
    void heartBeatListenersHearWhyAConnectWasReleased() {
        HeartBeats heard = new HeartBeats();
        client.shakesHands().connects().takes();
        client.session().addListener(heard);

        client.connects();
        client.session().deliver(null, "/news", 1);
        client.connects();
        server.clock().advanceMillis(30_000);

        assertThat(heard.events).containsExactly("held 30000", "message", "held 30000", "timeout");
    }

    @Test
    void theClientMayAskForAShorterHold() {
        client.shakesHands().connects().takes();

        client.sends("{'channel':'/meta/connect','clientId':'$id','id':'c','advice':{'timeout':500}}");

        server.clock().advanceMillis(499);
        assertThat(client.isHeld()).isTrue();
        server.clock().advanceMillis(1);
        client.receives(CONNECTED);
    }

    @Test
    void theClientMayAskForNoHold() {
        client.joins();

        client.sends("{'channel':'/meta/connect','clientId':'$id','id':'c','advice':{'timeout':0}}");

        client.receivesSome("{'error':'408::connect_superseded'}").receivesSome(CONNECTED);
        assertThat(client.isHeld()).isFalse();
    }

    @Test
    void theClientCannotAskForALongerHold() {
        client.shakesHands().connects().takes();

        client.sends("{'channel':'/meta/connect','clientId':'$id','id':'c','advice':{'timeout':90000}}");

        server.clock().advanceMillis(30_000);
        client.receives(CONNECTED);
    }

    @Test
    void adviceThatIsNoTimeIsIgnored() {
        client.shakesHands().connects().takes();

        client.sends("{'channel':'/meta/connect','clientId':'$id','advice':{'timeout':'soon','interval':-7}}");

        assertThat(client.isHeld()).isTrue();
    }

    private static final class HeartBeats implements ServerSession.HeartBeatListener {

        private final List<String> events = new ArrayList<>();

        @Override
        public void onSuspended(ServerSession session, ServerMessage message, long timeout) {
            events.add("held " + timeout);
        }

        @Override
        public void onResumed(ServerSession session, ServerMessage message, boolean timeout) {
            events.add(timeout ? "timeout" : "message");
        }
    }
}
