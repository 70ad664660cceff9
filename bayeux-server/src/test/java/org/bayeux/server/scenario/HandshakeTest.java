package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** {@code /meta/handshake}: appendix C, 4.1. */
class HandshakeTest {

    private static final String HANDSHAKE = """
            {'channel':'/meta/handshake','id':'1','version':'1.0','supportedConnectionTypes':['long-polling']}""";

    private final InMemoryServer server = InMemoryServer.start();

    @Test
    void acceptedHandshakeIsAnsweredWithAllThatTheClientHasToKnow() {
        server.polling().sends(HANDSHAKE).receives("""
            {'channel':'/meta/handshake','id':'1','successful':true,'authSuccessful':true,'clientId':'$any',
             'version':'1.0','minimumVersion':'1.0','supportedConnectionTypes':['websocket','long-polling','callback-polling'],
             'advice':{'reconnect':'retry','interval':0,'timeout':30000}}""");
    }

    @Test
    void theNumberThatSomeClientsUseAsIdStaysANumber() {
        server.polling()
                .sends("{'channel':'/meta/handshake','id':7,'version':'1.0'}")
                .receivesSome("{'id':7,'successful':true}");
    }

    @Test
    void eachSessionHasAnIdOfItsOwnOfAtLeast128Bits() {
        String one = server.polling().shakesHands().id();
        String other = server.polling().shakesHands().id();

        assertThat(one).isNotEqualTo(other).hasSizeGreaterThan(24).matches("[a-z0-9]+");
    }

    @Test
    void aClientWithoutACommonTransportIsRefused() {
        server.polling()
                .sends("{'channel':'/meta/handshake','version':'1.0','supportedConnectionTypes':['flash','iframe']}")
                .receives("""
                    {'channel':'/meta/handshake','successful':false,'error':'400::no_common_connection_type',
                     'version':'1.0','minimumVersion':'1.0','supportedConnectionTypes':['websocket','long-polling','callback-polling'],
                     'advice':{'reconnect':'none'}}""");
        assertThat(server.bayeux().getSessions()).isEmpty();
    }

    @Test
    void aClientThatNeedsALaterVersionIsRefused() {
        server.polling()
                .sends("{'channel':'/meta/handshake','version':'2.0','minimumVersion':'1.1'}")
                .receivesSome("{'successful':false,'error':'400::version_unsupported','advice':{'reconnect':'none'}}");
    }

    @Test
    void aClientThatAcceptsTheBetaOfOurVersionIsWelcome() {
        server.polling()
                .sends("{'channel':'/meta/handshake','version':'1.0','minimumVersion':'1.0beta'}")
                .receivesSome("{'successful':true}");
    }

    @Test
    void allowedTransportsAreTheOnesOffered() {
        InMemoryServer pollingOnly = InMemoryServer.start("allowedTransports", "long-polling");

        pollingOnly.polling().sends(HANDSHAKE).receivesSome("{'supportedConnectionTypes':['long-polling']}");
    }

    @Test
    void whatComesBesideAHandshakeIsIgnored() {
        server.polling()
                .sends("[{'channel':'/a','data':1}," + HANDSHAKE + ",{'channel':'/meta/connect','id':'2'}]")
                .receivesSome("{'channel':'/meta/handshake','successful':true}")
                .receivesNothing();
        assertThat(server.bayeux().getChannel("/a")).isNull();
    }

    @Test
    void ofTwoHandshakesInOneRequestTheFirstCounts() {
        server.polling()
                .sends("[{'channel':'/meta/handshake/','id':'1'},{'channel':'/meta/handshake/','id':'2'}]")
                .receivesSome("{'id':'1','successful':true}")
                .receivesNothing();
        assertThat(server.bayeux().getSessions()).hasSize(1);
    }

    @Test
    void thePolicyRefusesAHandshake() {
        InMemoryServer closed = InMemoryServer.start(new SecurityPolicy() {
            @Override
            public boolean canHandshake(BayeuxServer bayeux, ServerSession session, ServerMessage message) {
                return false;
            }
        });

        closed.polling().sends(HANDSHAKE).receives("""
            {'channel':'/meta/handshake','id':'1','successful':false,'error':'403::handshake_denied',
             'version':'1.0','minimumVersion':'1.0','supportedConnectionTypes':['websocket','long-polling','callback-polling'],
             'advice':{'reconnect':'none'}}""");
        assertThat(closed.bayeux().getSessions()).isEmpty();
    }

    @Test
    void thePolicyMayAdviseARefusedClientToTryAgain() {
        InMemoryServer closed = InMemoryServer.start(new SecurityPolicy() {
            @Override
            public boolean canHandshake(BayeuxServer bayeux, ServerSession session, ServerMessage message) {
                ServerMessage.Mutable reply = message.getAssociated();
                reply.getAdvice(true).put("reconnect", "handshake");
                reply.getExt(true).put("authentication", Map.of("failureReason", "invalid_credentials"));
                return false;
            }
        });

        closed.polling().sends(HANDSHAKE).receivesSome("""
            {'successful':false,'advice':{'reconnect':'handshake'},
             'ext':{'authentication':{'failureReason':'invalid_credentials'}}}""");
    }

    @Test
    void thePolicySeesTheRequestThatTheHandshakeCameBy() {
        List<String> seen = new ArrayList<>();
        InMemoryServer watched = InMemoryServer.start(new SecurityPolicy() {
            @Override
            public boolean canHandshake(BayeuxServer bayeux, ServerSession session, ServerMessage message) {
                seen.add(bayeux.getContext().getHeader("X-Token"));
                seen.add(bayeux.getContext().getUserPrincipal().getName());
                seen.add(bayeux.getCurrentTransport().getName());
                return true;
            }
        });
        InMemoryClient client = watched.polling();
        client.browser().header("X-Token", "sesame").user("alice");

        client.shakesHands();

        assertThat(seen).containsExactly("sesame", "alice", "long-polling");
        assertThat(watched.bayeux().getContext()).isNull();
    }

    @Test
    void aSecondHandshakeOnOneSocketLeavesTheFirstSessionToExpire() {
        InMemoryClient client = server.socket().joins();
        String former = client.id();

        client.shakesHands().connects().receivesSome("{'channel':'/meta/connect','successful':true}");

        assertThat(client.id()).isNotEqualTo(former);
        assertThat(server.bayeux().getSession(former)).isNotNull();
        client.connects();
        server.clock().advanceMillis(10_001);
        assertThat(server.bayeux().getSession(former)).isNull();
        assertThat(client.isKnown()).isTrue();
    }
}
