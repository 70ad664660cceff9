package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** Messages on broadcast and service channels: appendix C, 5. */
class PublishTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient alice = server.socket().joins();
    private final InMemoryClient bob = server.polling().joins().subscribes("/chat");

    @Test
    void aPublishedMessageIsAcknowledged() {
        alice.sends("{'channel':'/chat','clientId':'$id','id':'p','data':{'text':'hi'}}")
                .receives("{'channel':'/chat','id':'p','successful':true}");
    }

    @Test
    void subscribersReceiveDataAndIdButNotWhoSentIt() {
        alice.sends("{'channel':'/chat','clientId':'$id','id':'p','data':{'text':'hi'}}");

        bob.receives("{'channel':'/chat','data':{'text':'hi'}}");
    }

    @Test
    void whatOnlyTheServerMaySayIsTakenAway() {
        alice.sends("""
            {'channel':'/chat','clientId':'$id','data':1,'successful':false,'error':'x','advice':{'reconnect':'none'},
             'subscription':'/x','authSuccessful':true,'connectionType':'x','version':'1','minimumVersion':'1',
             'supportedConnectionTypes':['x'],'mine':'stays','ext':{'e':1}}""");

        bob.receives("{'channel':'/chat','data':1,'mine':'stays','ext':{'e':1}}");
    }

    @Test
    void aSubscribedPublisherReceivesItsOwnMessageBeforeTheReply() {
        alice.subscribes("/chat").sends("{'channel':'/chat','clientId':'$id','id':'p','data':1}");

        alice.receives("{'channel':'/chat','data':1}").receives("{'channel':'/chat','id':'p','successful':true}");
    }

    @Test
    void aSubscribedPublisherDoesNotReceiveItsOwnMessageIfSoConfigured() {
        InMemoryServer quiet = InMemoryServer.start("broadcastToPublisher", "false");
        InMemoryClient other = quiet.socket().joins().subscribes("/chat");
        InMemoryClient publisher = quiet.socket().joins().subscribes("/chat");

        publisher.publishes("/chat", "1").receivesNothing();

        other.receivesSome("{'data':1}");
    }

    @Test
    void dataLeavesAsItCame() {
        alice.publishes("/chat", "{'a':1.10,'b':12345678901234567890123,'c':[null,true,{}],'d':'\\u00e9\\n'}");

        bob.receivesSome("{'data':{'a':1.10,'b':12345678901234567890123,'c':[null,true,{}],'d':'\\u00e9\\n'}}");
    }

    @Test
    void aMessageWithoutDataIsPublishedTheSame() {
        alice.sends("{'channel':'/chat','clientId':'$id','id':'p'}").receivesSome("{'successful':true}");
        alice.sends("{'channel':'/chat','clientId':'$id','id':'q','data':null}").receivesSome("{'successful':true}");

        bob.receives("{'channel':'/chat'}");
    }

    @Test
    void whoHasNotShakenHandsIsToldToDoSo() {
        server.polling().sends("{'channel':'/chat','id':'p','data':1}").receives("""
            {'channel':'/chat','id':'p','successful':false,'error':'402::session_unknown',
             'advice':{'reconnect':'handshake','interval':0}}""");
        bob.receivesNothing();
    }

    @Test
    void aPolicyMayLetStrangersPublish() {
        InMemoryServer open = InMemoryServer.start(new SecurityPolicy() {
            @Override
            public boolean canPublish(
                    BayeuxServer bayeux, ServerSession session, ServerChannel channel, ServerMessage message) {
                return !session.isHandshook() && bayeux.getSession(session.getId()) == null;
            }
        });
        InMemoryClient subscriber = open.socket().joins().subscribes("/chat");

        open.polling()
                .sends("{'channel':'/chat','id':'p','data':1}")
                .receives("{'channel':'/chat','id':'p','successful':true}");

        subscriber.receives("{'channel':'/chat','data':1}");
        assertThat(open.bayeux().getSessions()).hasSize(1);
        assertThat(open.clock().waitingTimers()).isOne();
    }

    @Test
    void whoPublishesWithASessionThatIsNotHereShakesHandsAgainWhateverThePolicyAllows() {
        InMemoryServer open = InMemoryServer.start(new SecurityPolicy() {});

        open.polling()
                .sends("{'channel':'/chat','clientId':'of-another-node','id':'p','data':1}")
                .receivesSome("{'channel':'/chat','id':'p','successful':false,'error':'402::session_unknown',"
                        + "'advice':{'reconnect':'handshake','interval':0}}");
    }

    @Test
    void patternsAndTemplatesCannotBePublishedTo() {
        for (String channel : new String[] {"/chat/*", "/chat/**", "/chat/{room}"}) {
            alice.sends("{'channel':'" + channel + "','clientId':'$id','data':1}")
                    .receivesSome("{'successful':false,'error':'400::channel_invalid'}");
        }
    }

    @Test
    void metaChannelsOfTheClientsOwnAreRefused() {
        alice.sends("{'channel':'/meta/mine','clientId':'$id','id':'m'}")
                .receives("{'channel':'/meta/mine','id':'m','successful':false,'error':'404::meta_channel_unknown'}");
        assertThat(server.bayeux().getChannel("/meta/mine")).isNull();
    }

    @Test
    void serviceMessagesEndInTheServer() {
        server.channel("/service/quote").subscribe(bob.session());
        server.channel("/service/quote").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            from.deliver(null, channel.getId(), "answer to " + message.getData());
            return true;
        });

        alice.sends("{'channel':'/service/quote','clientId':'$id','id':'q','data':'question'}")
                .receives("{'channel':'/service/quote','data':'answer to question'}")
                .receives("{'channel':'/service/quote','id':'q','successful':true}");

        bob.receivesNothing();
    }

    @Test
    void messagesOfOneArrayAreProcessedInOrderAndAnsweredTogether() {
        alice.batchSizes();

        alice.sends("""
            [{'channel':'/chat','clientId':'$id','id':'1','data':1},
             {'channel':'/meta/subscribe','clientId':'$id','id':'2','subscription':'/chat'},
             {'channel':'/chat','clientId':'$id','id':'3','data':3}]""");

        alice.receives("{'channel':'/chat','data':3}")
                .receives("{'channel':'/chat','id':'1','successful':true}")
                .receivesSome("{'id':'2','successful':true}")
                .receives("{'channel':'/chat','id':'3','successful':true}");
        bob.receivesSome("{'data':1}").receivesSome("{'channel':'/meta/connect'}");
        bob.connects().receivesSome("{'data':3}");
    }

    @Test
    void theApplicationPublishesAMessageOfItsOwn() {
        ServerMessage.Mutable message = server.bayeux().newMessage();
        message.setChannel("/elsewhere");
        message.setData(Map.of("n", 1));
        message.put("extra", "e");

        server.channel("/chat").publish(null, message);

        bob.receives("{'channel':'/chat','data':{'n':1},'extra':'e'}");
    }

    @Test
    void deliverReachesOneSessionWhateverItSubscribed() {
        bob.session().deliver(alice.session(), "/private", "psst");

        bob.receives("{'channel':'/private','data':'psst'}");
        alice.receivesNothing();
    }

    @Test
    void idOfThePublisherIsNotForOthers() {
        InMemoryClient carol = server.socket().joins().subscribes("/chat");

        alice.sends("{'channel':'/chat','clientId':'$id','id':'p','data':1}")
                .receives("{'channel':'/chat','id':'p','successful':true}");
        BayeuxServer bayeux = server.bayeux();
        ServerMessage.Mutable message = bayeux.newMessage();
        message.setId("7");
        server.channel("/chat").publish(null, message);

        carol.receives("{'channel':'/chat','data':1}").receives("{'channel':'/chat'}");
    }

    @Test
    void nullIsPublishedAsAMessageWithoutData() {
        InMemoryClient carol = server.socket().joins().subscribes("/chat");
        ServerMessage.Mutable noMessage = null;
        Object noData = null;

        server.channel("/chat").publish(null, null);
        server.channel("/chat").publish(null, noMessage);
        server.channel("/chat").publish(null, noData);

        carol.receives("{'channel':'/chat'}").receives("{'channel':'/chat'}").receives("{'channel':'/chat'}");
    }

    @Test
    void deliveringAReceivedMessagePassesItOnWithoutItsSender() {
        server.channel("/service/forward").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            bob.session().deliver(from, message);
            return true;
        });

        alice.sends("{'channel':'/service/forward','clientId':'$id','id':'f','data':1,'advice':{'x':1}}");

        bob.receives("{'channel':'/service/forward','id':'f','data':1}");
    }
}
