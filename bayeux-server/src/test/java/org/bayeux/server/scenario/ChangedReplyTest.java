package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What extensions and listeners do to messages that leave: drop them, or put in what has no JSON form. */
class ChangedReplyTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final BayeuxServer bayeux = server.bayeux();

    @Test
    void aReplyThatAnExtensionMadeUnwritableIsAnError() {
        bayeux.addExtension(new UnwritableExt());

        server.polling()
                .sends("{'channel':'/meta/handshake','id':7}")
                .receivesSome("{'channel':'/meta/handshake','id':7,'successful':false,'error':'500::internal_error'}");
    }

    @Test
    void aHeldReplyThatAnExtensionMadeUnwritableIsAnError() {
        InMemoryClient client = server.polling().joins();
        client.session().addExtension(new ServerSession.Extension() {
            @Override
            public boolean sendMeta(ServerSession session, ServerMessage.Mutable message) {
                message.put("mine", new Unwritable());
                return true;
            }
        });

        client.session().deliver(null, "/a", 1);

        client.receivesSome("{'data':1}")
                .receivesSome("{'channel':'/meta/connect','successful':false,'error':'500::internal_error'}");
    }

    @Test
    void aMessageThatAnExtensionReplacedByAnUnwritableOneReachesTheOthers() {
        InMemoryClient client = server.socket().joins().subscribes("/news");
        InMemoryClient other = server.socket().joins().subscribes("/news");
        client.session().addExtension(new ServerSession.Extension() {
            @Override
            public ServerMessage send(ServerSession session, ServerMessage message) {
                ServerMessage.Mutable broken = bayeux.newMessage();
                broken.setChannel("/news");
                broken.setData(new Unwritable());
                return broken;
            }
        });

        server.channel("/news").publish(null, 1);

        client.receivesNothing();
        other.receivesSome("{'data':1}");
    }

    @Test
    void anUnwritableMessageThatAListenerAddsWhenOthersLeaveIsLeftOut() {
        InMemoryClient client = server.polling().joins();
        client.session().addListener((ServerSession.DeQueueListener) (session, queue) -> {
            ServerMessage.Mutable broken = bayeux.newMessage();
            broken.setChannel("/news");
            broken.setData(new Unwritable());
            queue.add(broken);
        });

        client.session().deliver(null, "/a", 1);

        client.receives("{'channel':'/a','data':1}").receivesSome("{'channel':'/meta/connect','successful':true}");
    }

    @Test
    void aListenerThatMakesAPublishedMessageUnwritableFailsThatMessageOnly() {
        server.channel("/news").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            message.setData(new Unwritable());
            return true;
        });

        server.socket()
                .joins()
                .sends("[{'channel':'/news','clientId':'$id','id':'1'},{'channel':'/b','clientId':'$id','id':'2'}]")
                .receivesSome("{'id':'1','successful':false,'error':'500::internal_error'}")
                .receivesSome("{'id':'2','successful':true}");
    }

    @Test
    void anExtensionMayDropAReply() {
        bayeux.addExtension(new BayeuxServer.Extension() {
            @Override
            public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
                return !message.getChannel().equals("/meta/connect");
            }
        });
        InMemoryClient client = server.polling().shakesHands().connects();
        client.receivesNothing();

        client.connects();
        client.session().deliver(null, "/a", 1);

        client.receives("{'channel':'/a','data':1}").receivesNothing();
        assertThat(client.isHeld()).isFalse();
    }

    @Test
    void aDroppedReplyOnASocketIsNoEmptyFrame() {
        InMemoryClient client = server.socket().joins();
        client.batchSizes();
        client.session().addExtension(new ServerSession.Extension() {
            @Override
            public boolean sendMeta(ServerSession session, ServerMessage.Mutable message) {
                return false;
            }
        });

        server.clock().advanceMillis(30_000);
        client.connects();

        assertThat(client.batchSizes()).isEmpty();
    }

    /** Has no JSON form. */
    private static final class Unwritable {

        public String getValue() {
            throw new IllegalStateException("broken on purpose");
        }
    }

    private static final class UnwritableExt implements BayeuxServer.Extension {

        @Override
        public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
            message.getExt(true).put("mine", new Unwritable());
            return true;
        }
    }
}
