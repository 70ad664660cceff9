package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.DefaultSecurityPolicy;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way of one published message through all that may have a say: manual 6.3.4. */
class ProcessingOrderTest {

    private final List<String> steps = new ArrayList<>();
    private final InMemoryServer server = InMemoryServer.start(new DefaultSecurityPolicy() {
        @Override
        public boolean canCreate(BayeuxServer bayeux, ServerSession session, String channelId, ServerMessage message) {
            return step("policy create", message);
        }

        @Override
        public boolean canPublish(
                BayeuxServer bayeux, ServerSession session, ServerChannel channel, ServerMessage message) {
            return step("policy publish", message);
        }
    });
    private final InMemoryClient publisher = server.socket().joins();
    private final InMemoryClient subscriber = server.polling().joins();

    @Test
    void allCallbacksAreCalledInTheDocumentedOrder() {
        server.channel("/news/*").subscribe(subscriber.session());
        server.bayeux().addExtension(new ServerExtension("1st"));
        server.bayeux().addExtension(new ServerExtension("2nd"));
        publisher.session().addExtension(new SessionExtension("publisher"));
        subscriber.session().addExtension(new SessionExtension("subscriber"));
        server.channel("/news/*").addAuthorizer((operation, channel, session, message) -> {
            step("authorizer " + operation, message);
            return Authorizer.Result.grant();
        });
        server.bayeux().addListener(new BayeuxServer.ChannelListener() {
            @Override
            public void channelAdded(ServerChannel channel) {
                channel.addListener((ServerChannel.MessageListener) (from, on, message) -> step("channel", message));
                steps.add("channel added");
            }
        });
        server.channel("/news/*")
                .addListener((ServerChannel.MessageListener) (from, channel, message) -> step("pattern", message));
        listenTo(subscriber.session());

        publisher.sends("{'channel':'/news/today','clientId':'$id','id':'p','data':1}");

        assertThat(steps)
                .containsExactly(
                        "1st rcv",
                        "2nd rcv",
                        "publisher rcv",
                        "policy create",
                        "authorizer CREATE",
                        "channel added",
                        "policy publish",
                        "authorizer PUBLISH",
                        "channel",
                        "pattern",
                        "2nd send",
                        "1st send",
                        "subscriber send frozen",
                        "session frozen",
                        "queued frozen",
                        "dequeued frozen",
                        "2nd sendMeta",
                        "1st sendMeta",
                        "subscriber sendMeta",
                        "2nd send",
                        "1st send",
                        "publisher send");
        publisher.receives("{'channel':'/news/today','id':'p','successful':true}");
        subscriber.receives("{'channel':'/news/today','data':1}");
    }

    @Test
    void whatAListenerChangesEverySubscriberSees() {
        server.channel("/news").subscribe(subscriber.session());
        server.channel("/news").addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            message.setData("edited " + message.getData());
            return true;
        });

        publisher.publishes("/news", "'draft'");

        subscriber.receivesSome("{'data':'edited draft'}");
    }

    @Test
    void aMessageThatAnyOfThemDropsIsAnsweredAndGoesNoFurther() {
        server.channel("/news").subscribe(subscriber.session());
        server.channel("/news").addListener((ServerChannel.MessageListener)
                (from, channel, message) -> !"x".equals(message.getData()));
        server.bayeux().addExtension(new BayeuxServer.Extension() {
            @Override
            public boolean rcv(@Nullable ServerSession from, ServerMessage.Mutable message) {
                return !"y".equals(message.getData());
            }
        });
        publisher.session().addExtension(new ServerSession.Extension() {
            @Override
            public boolean rcv(ServerSession session, ServerMessage.Mutable message) {
                return !"z".equals(message.getData());
            }
        });

        for (String dropped : new String[] {"x", "y", "z"}) {
            publisher
                    .sends("{'channel':'/news','clientId':'$id','id':'p','data':'" + dropped + "'}")
                    .receives("{'channel':'/news','id':'p','successful':false,'error':'404::message_deleted'}");
        }
        subscriber.receivesNothing();
    }

    @Test
    void aListenerThatSaysNoStopsTheOnesBehindIt() {
        server.channel("/news").addListener((ServerChannel.MessageListener) (from, channel, message) -> false);
        server.channel("/news")
                .addListener((ServerChannel.MessageListener) (from, on, message) -> step("2nd", message));
        server.channel("/**").addListener((ServerChannel.MessageListener) (from, on, message) -> step("wild", message));

        publisher.sends("{'channel':'/news','clientId':'$id','data':1}");

        assertThat(steps).containsExactly("policy publish");
    }

    @Test
    void aSessionListenerDropsAMessageForItsSessionOnly() {
        InMemoryClient other = server.socket().joins();
        server.channel("/news").subscribe(subscriber.session());
        server.channel("/news").subscribe(other.session());
        subscriber.session().addListener((ServerSession.MessageListener) (session, sender, message) -> false);

        publisher.publishes("/news", "1");

        other.receivesSome("{'data':1}");
        subscriber.receivesNothing();
    }

    @Test
    void aSessionExtensionReplacesAMessageForItsSessionOnly() {
        InMemoryClient other = server.socket().joins();
        server.channel("/news").subscribe(subscriber.session());
        server.channel("/news").subscribe(other.session());
        subscriber.session().addExtension(new ServerSession.Extension() {
            @Override
            public ServerMessage send(ServerSession session, ServerMessage message) {
                ServerMessage.Mutable translated = server.bayeux().newMessage();
                translated.setChannel(message.getChannel());
                translated.setData("translated");
                return translated;
            }
        });

        publisher.publishes("/news", "'original'");

        subscriber.receives("{'channel':'/news','data':'translated'}");
        other.receivesSome("{'data':'original'}");
    }

    private void listenTo(ServerSession session) {
        session.addListener((ServerSession.MessageListener) (to, sender, message) -> step("session", message));
        session.addListener((ServerSession.QueueListener) (sender, message) -> step("queued", message));
        session.addListener(
                (ServerSession.DeQueueListener) (to, queue) -> queue.forEach(message -> step("dequeued", message)));
    }

    private boolean step(String name, ServerMessage message) {
        boolean frozen = message instanceof org.bayeux.wire.BayeuxMessage it && it.isFrozen();
        return steps.add(name + (frozen ? " frozen" : ""));
    }

    private final class ServerExtension implements BayeuxServer.Extension {

        private final String name;

        ServerExtension(String name) {
            this.name = name;
        }

        @Override
        public boolean rcv(@Nullable ServerSession from, ServerMessage.Mutable message) {
            return step(name + " rcv", message);
        }

        @Override
        public boolean send(@Nullable ServerSession from, @Nullable ServerSession to, ServerMessage.Mutable message) {
            return step(name + " send", message);
        }

        @Override
        public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
            return step(name + " sendMeta", message);
        }
    }

    private final class SessionExtension implements ServerSession.Extension {

        private final String name;

        SessionExtension(String name) {
            this.name = name;
        }

        @Override
        public boolean rcv(ServerSession session, ServerMessage.Mutable message) {
            return step(name + " rcv", message);
        }

        @Override
        public ServerMessage send(ServerSession session, ServerMessage message) {
            step(name + " send", message);
            return message;
        }

        @Override
        public boolean sendMeta(ServerSession session, ServerMessage.Mutable message) {
            return step(name + " sendMeta", message);
        }
    }
}
