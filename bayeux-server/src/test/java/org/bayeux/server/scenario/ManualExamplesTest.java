package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bayeux.api.Channel;
import org.bayeux.api.ChannelId;
import org.bayeux.api.MarkedReference;
import org.bayeux.api.Message;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.AbstractService;
import org.bayeux.server.DefaultSecurityPolicy;
import org.bayeux.server.authorizer.GrantAuthorizer;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

/** What the manual shows of the server's API, in the manual's way of writing: its users change imports and no more. */
class ManualExamplesTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final BayeuxServer bayeuxServer = server.bayeux();

    /** 9.3.2.4. */
    @Test
    void channelIsMadeAndConfiguredInOneStep() {
        ServerChannel.Initializer persistent = new ServerChannel.Initializer() {
            @Override
            public void configureChannel(ConfigurableServerChannel channel) {
                channel.setPersistent(true);
            }
        };

        MarkedReference<ServerChannel> ref = bayeuxServer.createChannelIfAbsent("/my/channel", persistent);
        MarkedReference<ServerChannel> again = bayeuxServer.createChannelIfAbsent("/my/channel", persistent);

        assertThat(ref.isMarked()).isTrue();
        assertThat(again.isMarked()).isFalse();
        assertThat(again.getReference()).isSameAs(ref.getReference());
    }

    /** 9.3.3.1. */
    @Test
    void serviceMapsChannelsAtRunTime() {
        new GameService(bayeuxServer);
        InMemoryClient player = server.socket().joins();

        player.publishes("/game/7", "'too early'").receivesNothing();
        player.publishes("/service/game/start", "'7'").publishes("/game/7", "'move'");
        player.receives("{'channel':'/played','data':'move'}");
        player.publishes("/service/game/end", "'7'").publishes("/game/7", "'too late'");
        player.receivesNothing();
    }

    /** 9.3.5 and 9.3.5.1. */
    @Test
    void policyLinksItsUsersToTheirSessions() {
        Users users = new Users();
        bayeuxServer.setSecurityPolicy(new MyAppAuthenticator(users));

        server.socket().sends("{'channel':'/meta/handshake','version':'1.0'}").receivesSome("""
            {'successful':false,'advice':{'reconnect':'handshake'},
             'ext':{'com.myapp.authn':{'failureReason':'invalid_credentials'}}}""");
        InMemoryClient alice = server.socket().shakesHandsWith("'ext':{'com.myapp.authn':{'user':'alice'}}");
        assertThat(users.find("alice")).isSameAs(alice.session());

        alice.disconnects();
        assertThat(users.find("alice")).isNull();
    }

    /** 9.3.5.1, the other way. */
    @Test
    void extensionAdvisesRefusedClients() {
        bayeuxServer.addExtension(new HandshakeExtension());

        server.socket()
                .sends("{'channel':'/meta/handshake','minimumVersion':'9'}")
                .receivesSome("{'successful':false,'advice':{'reconnect':'handshake'}}");
    }

    /** 9.3.6.3. */
    @Test
    void authorizersOfTheGameTellCaptainsPlayersAndSpectatorsApart() {
        ServerChannel games = bayeuxServer.createChannelIfAbsent("/game/**").getReference();
        games.addAuthorizer(GrantAuthorizer.GRANT_NONE);
        games.addAuthorizer(new CaptainsCreate());
        games.addAuthorizer(GrantAuthorizer.GRANT_SUBSCRIBE);
        games.addAuthorizer(new NoCriminals());
        InMemoryClient captain = server.socket().joins();
        InMemoryClient player = server.socket().joins();
        InMemoryClient criminal = server.socket().joins();
        captain.session().setAttribute("captain", true);
        player.session().setAttribute("player", true);
        criminal.session().setAttribute("criminal", true);
        String publish = "{'channel':'/game/123','clientId':'$id','data':'move'}";
        String subscribe = "{'channel':'/meta/subscribe','clientId':'$id','subscription':'/game/123'}";

        player.sends(subscribe).receivesSome("{'error':'403::create_denied'}");
        captain.subscribes("/game/123");
        bayeuxServer.getChannel("/game/123").addAuthorizer(new PlayersPlay());

        player.sends(publish).receivesSome("{'successful':true}");
        captain.receivesSome("{'data':'move'}");
        captain.sends(publish).receivesSome("{'error':'403::publish_denied'}");
        player.sends(subscribe).receivesSome("{'successful':true}");
        criminal.sends(subscribe).receivesSome("{'error':'403:criminal_supporter:subscribe_denied'}");
    }

    /** 6.3.6.5 and 9.3.9. */
    @Test
    void externalEventsAreBroadcastLazily() {
        InMemoryClient client = server.socket().joins().subscribes("/news");
        LocalSession session = bayeuxServer.newLocalSession("external");
        session.handshake();

        ServerMessage.Mutable message = bayeuxServer.newMessage();
        message.setChannel("/news");
        message.setData(Map.of("headline", "rain"));
        message.setLazy(true);
        bayeuxServer.getChannel("/news").publish(session, message);

        client.receivesNothing();
        server.clock().advanceMillis(5_000);
        client.receives("{'channel':'/news','data':{'headline':'rain'}}");
    }

    /** Its methods are called by name, so it is public. */
    public static final class GameService extends AbstractService {

        GameService(BayeuxServer bayeux) {
            super(bayeux, "game");
            addService("/service/game/*", "processGameCommand");
        }

        public void processGameCommand(ServerSession remote, ServerMessage message) {
            if (message.getChannel().endsWith("/start")) {
                addService("/game/" + message.getData(), "processGame");
            } else {
                removeService("/game/" + message.getData());
            }
        }

        public void processGame(ServerSession remote, ServerMessage message) {
            send(remote, "/played", message.getData());
        }
    }

    private static final class Users {

        private final ConcurrentMap<String, ServerSession> users = new ConcurrentHashMap<>();

        void put(ServerSession session, Map<String, Object> credentials) {
            users.put((String) credentials.get("user"), session);
        }

        void remove(ServerSession session) {
            users.values().remove(session);
        }

        ServerSession find(String user) {
            return users.get(user);
        }
    }

    private static final class MyAppAuthenticator extends DefaultSecurityPolicy
            implements ServerSession.RemoveListener {

        private final Users users;

        MyAppAuthenticator(Users users) {
            this.users = users;
        }

        @Override
        @SuppressWarnings("unchecked")
        public boolean canHandshake(BayeuxServer bayeux, ServerSession session, ServerMessage message) {
            Map<String, Object> ext = message.getExt();
            if (ext == null) {
                ServerMessage.Mutable reply = message.getAssociated();
                reply.getAdvice(true).put(Message.RECONNECT_FIELD, Message.RECONNECT_HANDSHAKE_VALUE);
                reply.getExt(true).put("com.myapp.authn", Map.of("failureReason", "invalid_credentials"));
                return false;
            }
            users.put(session, (Map<String, Object>) ext.get("com.myapp.authn"));
            session.addListener(this);
            return true;
        }

        @Override
        public void removed(ServerSession session, boolean expired) {
            users.remove(session);
        }
    }

    private static final class HandshakeExtension implements BayeuxServer.Extension {

        @Override
        public boolean sendMeta(ServerSession to, ServerMessage.Mutable message) {
            if (Channel.META_HANDSHAKE.equals(message.getChannel()) && !message.isSuccessful()) {
                message.getAdvice(true).put(Message.RECONNECT_FIELD, Message.RECONNECT_HANDSHAKE_VALUE);
            }
            return true;
        }
    }

    private static final class CaptainsCreate implements Authorizer {

        @Override
        public Result authorize(Operation operation, ChannelId channel, ServerSession session, ServerMessage message) {
            boolean isGameChannel = !channel.isWild() && new ChannelId("/game").isParentOf(channel);
            boolean granted = operation == Operation.CREATE && session.getAttribute("captain") != null && isGameChannel;
            return granted ? Result.grant() : Result.ignore();
        }
    }

    private static final class PlayersPlay implements Authorizer {

        @Override
        public Result authorize(Operation operation, ChannelId channel, ServerSession session, ServerMessage message) {
            boolean granted = operation == Operation.PUBLISH && session.getAttribute("player") != null;
            return granted ? Result.grant() : Result.ignore();
        }
    }

    private static final class NoCriminals implements Authorizer {

        @Override
        public Result authorize(Operation operation, ChannelId channel, ServerSession session, ServerMessage message) {
            boolean denied = operation == Operation.SUBSCRIBE && session.getAttribute("criminal") != null;
            return denied ? Result.deny("criminal_supporter") : Result.ignore();
        }
    }
}
