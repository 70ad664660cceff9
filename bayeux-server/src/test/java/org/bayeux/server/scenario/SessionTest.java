package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** What the application learns of sessions and of the server: rows S1 and S2. */
class SessionTest {

    private final InMemoryServer server = InMemoryServer.start("maxSessionsPerBrowser", "3");
    private final InMemoryClient client = server.polling();

    @Test
    void aSessionTellsWhoItIs() {
        client.browser().header("User-Agent", "Lynx");

        ServerSession session = client.shakesHands().session();

        assertThat(session.getId()).isEqualTo(client.id());
        assertThat(session.getUserAgent()).isEqualTo("Lynx");
        assertThat(session.isLocalSession()).isFalse();
        assertThat(session.getLocalSession()).isNull();
        assertThat(session.isHandshook()).isTrue();
        assertThat(session.toString()).doesNotContain(client.id());
    }

    @Test
    void aSessionIsConnectedFromItsFirstConnectOn() {
        ServerSession session = client.shakesHands().session();
        assertThat(session.isConnected()).isFalse();

        client.connects();
        assertThat(session.isConnected()).isTrue();

        client.disconnects();
        assertThat(session.isConnected()).isFalse();
        assertThat(session.isHandshook()).isFalse();
    }

    @Test
    void aSessionKnowsTheTransportOfItsLastMessage() {
        client.joins();
        assertThat(client.session().getServerTransport().getName()).isEqualTo("long-polling");

        server.socket(client.browser()).pretendsToBe(client).connects();

        assertThat(client.session().getServerTransport().getName()).isEqualTo("websocket");
    }

    @Test
    void aSessionCarriesAttributes() {
        ServerSession session = client.shakesHands().session();
        session.setAttribute("user", "alice");

        assertThat(session.getAttribute("user")).isEqualTo("alice");
        assertThat(session.getAttributeNames()).containsExactly("user");
        assertThat(session.removeAttribute("user")).isEqualTo("alice");
        assertThat(session.getAttributeNames()).isEmpty();
    }

    @Test
    void aSessionListsItsSubscriptions() {
        client.shakesHands().subscribes("/a").subscribes("/b/**");

        assertThat(client.session().getSubscriptions())
                .extracting(ServerChannel::getId)
                .containsExactlyInAnyOrder("/a", "/b/**");
    }

    @Test
    void listenersAddedByThePolicyHearOfTheSessionBeforeItsClientDoes() {
        List<String> heard = new ArrayList<>();
        server.channel("/meta/handshake").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            from.addListener((ServerSession.AddListener) session -> heard.add("added " + session.isHandshook()));
            return true;
        });
        server.bayeux().addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionAdded(ServerSession session, ServerMessage message) {
                heard.add("server " + message.getChannel() + " "
                        + (server.bayeux().getSession(session.getId()) == session));
                message.getAssociated().getExt(true).put("hello", "you");
            }
        });

        client.sends("{'channel':'/meta/handshake'}").receivesSome("{'successful':true,'ext':{'hello':'you'}}");

        assertThat(heard).containsExactly("added true", "server /meta/handshake true");
    }

    @Test
    void aListenerOnHandshakeMayRefuse() {
        server.channel("/meta/handshake")
                .addListener((ServerChannel.MessageListener) (from, channel, message) -> false);

        client.sends("{'channel':'/meta/handshake'}")
                .receivesSome("{'successful':false,'error':'404::message_deleted'}");
        assertThat(server.bayeux().getSessions()).isEmpty();
    }

    @Test
    void aListenerOnSubscribeMayRefuse() {
        server.channel("/meta/subscribe")
                .addListener((ServerChannel.MessageListener) (from, channel, message) -> false);

        client.shakesHands()
                .sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'/a'}")
                .receivesSome("{'successful':false,'error':'404::message_deleted'}");

        assertThat(client.session().getSubscriptions()).isEmpty();
    }

    @Test
    void aSessionRemovedByAListenerOfItsHandshakeIsNotAnnouncedAsGood() {
        server.bayeux().addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionAdded(ServerSession session, ServerMessage message) {
                session.disconnect();
            }
        });

        client.sends("{'channel':'/meta/handshake'}").receives("""
            {'channel':'/meta/handshake','successful':false,'error':'403::handshake_denied','version':'1.0',
             'minimumVersion':'1.0','supportedConnectionTypes':['websocket','long-polling','callback-polling'],
             'advice':{'reconnect':'none'}}""");

        assertThat(server.bayeux().getSessions()).isEmpty();
        assertThat(server.clock().waitingTimers()).isZero();
    }

    @Test
    void everyListenerHearsOfASessionBeforeItHearsOfItsEnd() {
        List<String> heard = new ArrayList<>();
        server.bayeux().addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionAdded(ServerSession session, ServerMessage message) {
                session.disconnect();
            }
        });
        server.bayeux().addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionAdded(ServerSession session, ServerMessage message) {
                heard.add("added");
            }

            @Override
            public void sessionRemoved(ServerSession session, boolean timedOut) {
                heard.add("removed");
            }
        });

        client.sends("{'channel':'/meta/handshake'}").receivesSome("{'successful':false}");

        assertThat(heard).containsExactly("added", "removed");
    }

    @Test
    void nobodyHearsOfASessionThatThePolicySentAway() {
        List<String> heard = new ArrayList<>();
        server.channel("/meta/handshake").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            from.disconnect();
            return true;
        });
        server.bayeux().addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionAdded(ServerSession session, ServerMessage message) {
                heard.add("added");
            }

            @Override
            public void sessionRemoved(ServerSession session, boolean timedOut) {
                heard.add("removed");
            }
        });

        client.sends("{'channel':'/meta/handshake'}").receivesSome("{'error':'403::handshake_denied'}");

        assertThat(heard).isEmpty();
        assertThat(server.bayeux().getSessions()).isEmpty();
    }

    @Test
    void aSessionAcceptedWhileTheServerStopsEndsWithIt() {
        List<String> heard = new ArrayList<>();
        server.channel("/meta/handshake").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            server.stop();
            return true;
        });
        server.bayeux().addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionRemoved(ServerSession session, boolean timedOut) {
                heard.add("removed");
            }
        });

        client.sends("{'channel':'/meta/handshake'}")
                .receivesSome("{'successful':false,'advice':{'reconnect':'handshake','interval':0}}");

        assertThat(heard).containsExactly("removed");
        assertThat(server.bayeux().getSessions()).isEmpty();
    }

    @Test
    void theServerListsItsSessions() {
        InMemoryClient other = server.socket().shakesHands();
        client.shakesHands();

        assertThat(server.bayeux().getSessions()).containsExactlyInAnyOrder(client.session(), other.session());
        assertThat(server.bayeux().removeSession(other.session())).isTrue();
        assertThat(server.bayeux().getSessions()).containsExactly(client.session());
    }

    @Test
    void theServerTellsItsTransportsAndOptions() {
        BayeuxServer bayeux = server.bayeux();

        assertThat(bayeux.getAllowedTransports()).containsExactly("websocket", "long-polling", "callback-polling");
        assertThat(bayeux.getKnownTransportNames()).contains("websocket", "long-polling");
        assertThat(bayeux.getTransport("long-polling").getOption("timeout")).isEqualTo(30_000L);
        assertThat(bayeux.getTransport("pigeon")).isNull();
        assertThat(bayeux.getOption("maxSessionsPerBrowser")).isEqualTo("3");
        bayeux.setOption("mine", 7);
        assertThat(bayeux.getOption("mine")).isEqualTo(7);
        assertThat(bayeux.getOptionNames()).contains("mine", "maxSessionsPerBrowser");
    }

    @Test
    void removedListenersAndExtensionsHearNothing() {
        List<String> heard = new ArrayList<>();
        BayeuxServer.SessionListener listener = new BayeuxServer.SessionListener() {
            @Override
            public void sessionAdded(ServerSession session, ServerMessage message) {
                heard.add("listener");
            }
        };
        BayeuxServer.Extension extension = new BayeuxServer.Extension() {
            @Override
            public boolean rcvMeta(ServerSession from, ServerMessage.Mutable message) {
                return heard.add("extension");
            }
        };
        server.bayeux().addListener(listener);
        server.bayeux().addExtension(extension);
        assertThat(server.bayeux().getExtensions()).containsExactly(extension);

        server.bayeux().removeListener(listener);
        server.bayeux().removeExtension(extension);
        client.joins();

        assertThat(heard).isEmpty();
        assertThat(server.bayeux().getExtensions()).isEmpty();
    }

    @Test
    void theFarewellIsSaidOnceAndPassesAllExtensions() {
        server.bayeux().addExtension(new BayeuxServer.Extension() {
            @Override
            public boolean sendMeta(ServerSession to, ServerMessage.Mutable message) {
                if (message.getChannel().equals("/meta/disconnect")) {
                    message.put("seen", true);
                    to.disconnect();
                }
                return true;
            }
        });
        InMemoryClient socket = server.socket().shakesHands();

        socket.session().disconnect();

        socket.receives("{'channel':'/meta/disconnect','successful':true,'seen':true}")
                .receivesNothing();
        assertThat(socket.isKnown()).isFalse();
    }
}
