package org.bayeux.oort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.oort.Cloud.Member;
import org.bayeux.server.DefaultSecurityPolicy;
import org.bayeux.testkit.InMemoryClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users on several servers (manual 9.6). */
class SetiTest {

    private final Cloud cloud = new Cloud();
    private final Member a = cloud.member("a");
    private final Member b = cloud.member("b");
    private final Seti here = new Seti(a.oort);
    private final Seti there = new Seti(b.oort);

    private void meet() {
        here.start();
        there.start();
        cloud.meet(a, b);
    }

    private static InMemoryClient client(Member member) {
        return member.server.socket().joins().staysConnected().forgetsReceived();
    }

    private static List<String> hear(Seti seti) {
        List<String> heard = new ArrayList<>();
        seti.addPresenceListener(new Seti.PresenceListener() {
            @Override
            public void presenceAdded(Event event) {
                heard.add("+" + event.getUserId() + "@" + event.getURL());
            }

            @Override
            public void presenceRemoved(Event event) {
                heard.add("-" + event.getUserId() + "@" + event.getURL());
            }
        });
        return heard;
    }

    @Test
    void aUserIsPresentOnAllNodesAndAssociatedOnOne() {
        meet();

        assertThat(here.associate("alice", client(a).session())).isTrue();
        cloud.passAMoment();

        assertThat(here.isAssociated("alice")).isTrue();
        assertThat(there.isAssociated("alice")).isFalse();
        assertThat(there.isPresent("alice")).isTrue();
        assertThat(there.getUserIds()).containsExactly("alice");
        assertThat(there.getUserCount()).isEqualTo(1);
        assertThat(there.getAssociatedUserIds()).isEmpty();
        assertThat(here.getAssociatedUserIds()).containsExactly("alice");
    }

    @Test
    void presenceIsToldOnEveryNodeOnceForEachUserAndNode() {
        meet();
        List<String> heardHere = hear(here);
        List<String> heardThere = hear(there);
        ServerSession desktop = client(a).session();
        ServerSession phone = client(a).session();

        here.associate("alice", desktop);
        here.associate("alice", phone);
        assertThat(here.associate("alice", phone)).isFalse();
        assertThat(here.getAssociationCount("alice")).isEqualTo(2);
        cloud.passAMoment();
        there.associate("alice", client(b).session());
        here.disassociate("alice", desktop);
        here.disassociate("alice", phone);
        cloud.passAMoment();

        assertThat(heardThere).containsExactlyInAnyOrder("+alice@a", "+alice@b", "-alice@a");
        assertThat(heardHere).containsExactlyInAnyOrder("+alice@a", "-alice@a", "+alice@b");
        assertThat(here.isPresent("alice")).isTrue();
    }

    @Test
    void aNodeThatComesLaterLearnsWhoIsThereWithEvents() {
        List<String> heard = hear(there);
        here.start();
        there.start();
        a.oort.start();
        here.associate("alice", client(a).session());
        cloud.meet(b);

        assertThat(heard).containsExactly("+alice@a");
        assertThat(there.isPresent("alice")).isTrue();
    }

    @Test
    void aMessageReachesEachSessionOfTheUserOnEveryNodeOnce() {
        meet();
        InMemoryClient desktop = client(a);
        InMemoryClient phone = client(b);
        InMemoryClient tablet = client(b);
        InMemoryClient stranger = client(b);
        here.associate("alice", desktop.session());
        there.associate("alice", phone.session());
        there.associate("alice", tablet.session());
        there.associate("bob", stranger.session());
        cloud.passAMoment();

        here.sendMessage("alice", "/service/forward", Map.of("n", 1));
        cloud.passAMoment();

        for (InMemoryClient session : List.of(desktop, phone, tablet)) {
            session.awaits("{'channel':'/service/forward','data':{'n':1}}");
            assertThat(session.hasReceived("{'channel':'/service/forward'}")).isFalse();
        }
        assertThat(stranger.hasReceived("{'channel':'/service/forward'}")).isFalse();
    }

    @Test
    void aSessionOfTwoUsersGetsAMessageToBothOnce() {
        meet();
        InMemoryClient shared = client(b);
        InMemoryClient own = client(a);
        there.associate("alice", shared.session());
        there.associate("bob", shared.session());
        here.associate("bob", own.session());
        cloud.passAMoment();

        here.sendMessage(List.of("alice", "bob", "nobody"), "/hello", "you");
        cloud.passAMoment();

        for (InMemoryClient session : List.of(shared, own)) {
            session.awaits("{'channel':'/hello','data':'you'}");
            assertThat(session.hasReceived("{'channel':'/hello'}")).isFalse();
        }
    }

    @Test
    void messagesToAUserKeepTheirOrder() {
        meet();
        InMemoryClient bob = client(b);
        there.associate("bob", bob.session());
        cloud.passAMoment();

        IntStream.range(0, 100).forEach(i -> here.sendMessage("bob", "/count", i));
        cloud.passAMoment();

        IntStream.range(0, 100).forEach(i -> assertThat(bob.takes()).containsEntry("data", (long) i));
    }

    @Test
    void sessionThatEndsTakesItsUserAway() {
        meet();
        List<String> heard = hear(there);
        InMemoryClient alice = client(a);
        here.associate("alice", alice.session());
        alice.disconnects();
        cloud.passAMoment();

        assertThat(heard).containsExactly("+alice@a", "-alice@a");
        assertThat(here.isAssociated("alice")).isFalse();
    }

    @Test
    void sessionThatHasEndedIsOfNobody() {
        meet();
        InMemoryClient alice = client(a);
        ServerSession ended = alice.session();
        alice.disconnects();
        here.associate("alice", ended);
        cloud.passAMoment();

        assertThat(here.getUserIds()).isEmpty();
        assertThat(there.getUserIds()).isEmpty();
    }

    @Test
    void policyAssociatesInTheHandshakeAndItHoldsOnceThatHasSucceeded() {
        meet();
        a.server.bayeux().setSecurityPolicy(new DefaultSecurityPolicy() {
            @Override
            public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
                String user = String.valueOf(message.get("user"));
                here.associate(user, session);
                return !user.equals("mallory");
            }
        });
        a.server.socket().shakesHandsWith("'user':'alice'");
        a.server
                .socket()
                .sends("{'channel':'/meta/handshake','version':'1.0','user':'mallory',"
                        + "'supportedConnectionTypes':['websocket']}");
        cloud.passAMoment();

        assertThat(here.getUserIds()).containsExactly("alice");
        assertThat(there.getUserIds()).containsExactly("alice");
    }

    @Test
    void disassociatingASessionEndsAllItsUsers() {
        meet();
        ServerSession session = client(a).session();
        here.associate("alice", session);
        here.associate("bob", session);

        assertThat(here.disassociate(session)).containsExactlyInAnyOrder("alice", "bob");
        assertThat(here.disassociate("alice", session)).isFalse();
        assertThat(here.getUserIds()).isEmpty();
    }

    @Test
    void usersOfANodeThatDiedAreGone() {
        meet();
        there.associate("bob", client(b).session());
        cloud.passAMoment();
        List<String> heard = hear(here);
        cloud.network.kill("b");
        cloud.passAMoment();

        assertThat(heard).containsExactly("-bob@b");
        assertThat(here.isPresent("bob")).isFalse();
    }

    @Test
    void afterASplitWhoIsPresentNowReplacesWhoWas() {
        meet();
        InMemoryClient bob = client(b);
        there.associate("bob", bob.session());
        cloud.passAMoment();
        List<String> heard = hear(here);
        cloud.network.cutBothWays("a", "b");
        there.disassociate(bob.session());
        there.associate("carol", bob.session());
        cloud.clock.advance(Duration.ofSeconds(60));

        assertThat(heard).containsExactly("-bob@b");
        cloud.network.heal();
        cloud.clock.advance(Duration.ofSeconds(10));
        assertThat(heard).containsExactly("-bob@b", "+carol@b");
        assertThat(here.getUserIds()).containsExactly("carol");
    }

    @Test
    void stoppingOneThatWasNotStartedStopsNoOther() {
        meet();
        Seti second = new Seti(b.oort);
        assertThatIllegalStateException().isThrownBy(second::start);
        second.stop();
        InMemoryClient bob = client(b);
        there.associate("bob", bob.session());
        cloud.passAMoment();

        here.sendMessage("bob", "/service/mail", "hello");
        cloud.passAMoment();

        bob.awaits("{'channel':'/service/mail','data':'hello'}");
    }

    @Test
    void noClientCanForgeOrReadPresence() {
        meet();
        InMemoryClient mallory = client(a);
        mallory.subscribes("/seti/**");
        mallory.subscribes("/oort/**");
        mallory.forgetsReceived();
        mallory.publishes("/seti/all", "{'userId':'root','oortURL':'b','alive':true}");
        mallory.publishes("/seti/a", "{'userId':'root'}");
        mallory.publishes("/oort/cloud", "['c']");
        mallory.forgetsReceived();
        there.associate("bob", client(b).session());
        cloud.passAMoment();

        assertThat(here.getUserIds()).containsExactly("bob");
        assertThat(there.getUserIds()).containsExactly("bob");
        assertThat(a.oort.getKnownComets()).containsExactly("b");
        assertThat(mallory.hasReceived("{'channel':'$any','data':'$any'}")).isFalse();
    }

    @Test
    void wrongUseIsRefusedWithAReason() {
        meet();

        assertThatIllegalArgumentException().isThrownBy(() -> here.sendMessage("alice", "no channel", 1));
        assertThatIllegalStateException()
                .isThrownBy(() -> new Seti(a.oort).start())
                .withMessageContaining("already");
        here.stop();
        assertThatIllegalStateException()
                .isThrownBy(() -> here.associate("alice", client(a).session()))
                .withMessageContaining("start()");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyOrderOfFaultsEndsWithTheTruthAndEventsThatSayTheSame(long seed) {
        meet();
        Random chance = new Random(seed);
        List<Seti> setis = List.of(here, there);
        List<Member> members = List.of(a, b);
        List<List<String>> heard = List.of(hear(here), hear(there));
        cloud.network.worsen(0.1, 0.1, 200);

        for (int i = 0; i < 150; i++) {
            int at = chance.nextInt(2);
            Seti seti = setis.get(at);
            String user = "user" + chance.nextInt(5);
            switch (chance.nextInt(10)) {
                case 0 -> cloud.network.cut("a", "b");
                case 1 -> cloud.network.cutBothWays("a", "b");
                case 2, 3 -> cloud.network.heal();
                case 4, 5 ->
                    members.get(at).server.bayeux().getSessions().stream()
                            .skip(chance.nextInt(3))
                            .findFirst()
                            .ifPresent(seti::disassociate);
                default ->
                    seti.associate(
                            user,
                            members.get(at)
                                    .server
                                    .socket()
                                    .joins()
                                    .staysConnected()
                                    .session());
            }
            cloud.clock.advanceMillis(chance.nextInt(6) == 0 ? chance.nextInt(12_000) : chance.nextInt(100));
        }
        cloud.network.worsen(0, 0, 0);
        cloud.network.heal();
        cloud.clock.advance(Duration.ofSeconds(15));

        assertThat(here.getUserIds()).isEqualTo(there.getUserIds());
        assertThat(here.getUserIds())
                .containsAll(here.getAssociatedUserIds())
                .containsAll(there.getAssociatedUserIds())
                .hasSameSizeAs(union(here.getAssociatedUserIds(), there.getAssociatedUserIds()));
        for (List<String> events : heard) {
            assertThat(replayed(events, "a")).isEqualTo(here.getAssociatedUserIds());
            assertThat(replayed(events, "b")).isEqualTo(there.getAssociatedUserIds());
        }
    }

    /** Who is present on a node according to the events alone, none of which may come twice. */
    private static Set<String> replayed(List<String> events, String url) {
        Set<String> present = new TreeSet<>();
        for (String event : events) {
            if (event.endsWith("@" + url)) {
                String user = event.substring(1, event.indexOf('@'));
                assertThat(event.charAt(0) == '+' ? present.add(user) : present.remove(user))
                        .isTrue();
            }
        }
        return present;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
