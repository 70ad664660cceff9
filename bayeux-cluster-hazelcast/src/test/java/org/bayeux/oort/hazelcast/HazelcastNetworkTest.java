package org.bayeux.oort.hazelcast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.DistributedObject;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bayeux.oort.link.Network;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HazelcastNetworkTest {

    private static final Members MEMBERS = new Members();

    @SuppressWarnings("NullAway.Init")
    private static HazelcastInstance one;

    @SuppressWarnings("NullAway.Init")
    private static HazelcastInstance two;

    private final List<Place> places = new ArrayList<>();

    @BeforeAll
    static void startMembers() {
        one = MEMBERS.start();
        two = MEMBERS.start();
    }

    @AfterAll
    static void stopMembers() {
        MEMBERS.close();
    }

    @AfterEach
    void leave() {
        places.forEach(it -> it.network.leave());
    }

    private Place place(HazelcastInstance member, String cloud) {
        Place place = new Place(new HazelcastNetwork(member, cloud));
        places.add(place);
        return place;
    }

    @Test
    void packetForOneReachesThatOneAloneWithTheMemberItComesFrom() throws InterruptedException {
        Place sender = place(one, "app");
        Place receiver = place(two, "app");
        Place other = place(two, "app");

        sender.network.send(receiver.id, "1".getBytes(UTF_8));
        String heard = receiver.next();
        sender.network.send(other.id, "end".getBytes(UTF_8));

        assertThat(heard).isEqualTo("1 of " + one.getCluster().getLocalMember().getUuid());
        assertThat(other.next()).startsWith("end");
    }

    @Test
    void packetForAllReachesTheNodesOfTheSameCloud() throws InterruptedException {
        Place sender = place(one, "app");
        Place here = place(one, "app");
        Place there = place(two, "app");
        Place stranger = place(two, "another");

        sender.network.sendToAll("1".getBytes(UTF_8));
        sender.network.send(stranger.id, "2".getBytes(UTF_8));
        stranger.network.sendToAll("end".getBytes(UTF_8));

        assertThat(here.next()).startsWith("1");
        assertThat(there.next()).startsWith("1");
        assertThat(stranger.next()).startsWith("end");
    }

    @Test
    void packetsOfOneNodeKeepTheirOrder() throws InterruptedException {
        Place sender = place(one, "app");
        Place receiver = place(two, "app");

        for (int i = 0; i < 1_000; i++) {
            sender.network.send(receiver.id, Integer.toString(i).getBytes(UTF_8));
        }

        for (int i = 0; i < 1_000; i++) {
            assertThat(receiver.next()).startsWith(i + " ");
        }
    }

    @Test
    void memberThatEndsIsTold() {
        Place survivor = place(one, "app");
        HazelcastInstance third = MEMBERS.start();
        UUID uuid = third.getCluster().getLocalMember().getUuid();

        third.getLifecycleService().terminate();

        await().atMost(30, TimeUnit.SECONDS).until(() -> survivor.ended.contains(uuid));
    }

    @Test
    void memberThatIsRemovedButStillListensHasNotEnded() throws IOException {
        ServerSocket living = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        InetSocketAddress address = new InetSocketAddress(living.getInetAddress(), living.getLocalPort());

        assertThat(Pulse.isGone(address)).isFalse();
        living.close();
        assertThat(Pulse.isGone(address)).isTrue();
    }

    @Test
    void packetOfAMemberThatAMergeRenamesIsLostLikeAnyOther() throws InterruptedException {
        Place receiver = place(one, "app");
        ITopic<byte[]> topic = two.getTopic("bayeux:app:" + receiver.id);
        Member renamed = (Member) Proxy.newProxyInstance(
                Member.class.getClassLoader(), new Class<?>[] {Member.class}, (proxy, method, arguments) -> null);

        HazelcastNetwork.receive(new Message<>(topic.getName(), new byte[1], 0, renamed), receiver);
        topic.publish("next".getBytes(UTF_8));

        assertThat(receiver.next()).startsWith("next");
    }

    @Test
    void nodeThatLeavesTakesItsTopicAlong() {
        Place leaver = place(one, "app");
        place(two, "app").network.send(leaver.id, new byte[1]);

        leaver.network.leave();

        await().untilAsserted(() -> {
            assertThat(topics(one)).noneMatch(it -> it.contains(leaver.id.toString()));
            assertThat(topics(two)).noneMatch(it -> it.contains(leaver.id.toString()));
        });
    }

    @Test
    void instanceThatWasShutDownIsLikeACutNetwork() {
        HazelcastInstance third = MEMBERS.start();
        Place place = place(third, "app");
        third.getLifecycleService().terminate();

        place.network.sendToAll(new byte[1]);
        place.network.leave();

        assertThat(place.heard).isEmpty();
    }

    @Test
    void nodeHearsThatItsMemberEndsUnlessItHasLeftBefore() {
        HazelcastInstance three = MEMBERS.start();
        Place place = place(three, "app");
        Place gone = place(three, "app");
        gone.network.leave();

        three.shutdown();

        assertThat(place.over).isTrue();
        assertThat(gone.over).isFalse();
    }

    private static List<String> topics(HazelcastInstance member) {
        return member.getDistributedObjects().stream()
                .map(DistributedObject::getName)
                .toList();
    }

    private static final class Place implements Network.Receiver {

        private final UUID id = UUID.randomUUID();
        private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final List<UUID> ended = new CopyOnWriteArrayList<>();
        private final List<UUID> removed = new CopyOnWriteArrayList<>();
        private final HazelcastNetwork network;
        private volatile boolean over;

        Place(HazelcastNetwork network) {
            this.network = network;
            network.join(id, this);
        }

        @Override
        public void received(UUID member, byte[] packet) {
            heard.add(new String(packet, UTF_8) + " of " + member);
        }

        @Override
        public void lost(UUID member, boolean ended) {
            (ended ? this.ended : removed).add(member);
        }

        @Override
        public void ended() {
            over = true;
        }

        String next() throws InterruptedException {
            String next = heard.poll(30, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            return next;
        }
    }
}
