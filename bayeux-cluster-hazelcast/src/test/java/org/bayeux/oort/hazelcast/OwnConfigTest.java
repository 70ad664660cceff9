package org.bayeux.oort.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnConfigTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long A_WHILE = Duration.ofSeconds(1).toNanos();

    private final String cloud = "test-" + UUID.randomUUID();
    private final List<HazelcastInstance> members = new ArrayList<>();

    @AfterEach
    void end() {
        members.forEach(it -> it.getLifecycleService().terminate());
    }

    private HazelcastInstance start(String name) {
        Config config = OwnConfig.of(OwnConfigTest.class.getClassLoader(), name);
        config.setProperty("hazelcast.logging.type", "none");
        HazelcastInstance member = Hazelcast.newHazelcastInstance(config);
        members.add(member);
        return member;
    }

    @Test
    void withoutConfigurationMembersOfOneCloudMeetOnLoopback() {
        HazelcastInstance one = start(cloud);
        HazelcastInstance two = start(cloud);
        HazelcastInstance stranger = start(cloud + "-other");

        await().atMost(LIMIT).until(() -> sizeOf(one) == 2 && sizeOf(two) == 2);
        assertThat(sizeOf(stranger)).isOne();
        assertThat(one.getCluster().getLocalMember().getAddress().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void membersThatWerePartedMeetAgainHoweverManyPortsNobodyListensOn() {
        HazelcastInstance one = start(cloud);
        HazelcastInstance two = start(cloud);
        await().atMost(LIMIT).until(() -> sizeOf(one) == 2 && sizeOf(two) == 2);

        // They may meet again before anybody looks whether they have parted.
        CountDownLatch parted = new CountDownLatch(2);
        one.getCluster().addMembershipListener(new Parting(parted));
        two.getCluster().addMembershipListener(new Parting(parted));
        giveUp(one, two);
        giveUp(two, one);
        await().atMost(LIMIT).until(() -> parted.getCount() == 0);

        await().atMost(LIMIT).until(() -> sizeOf(one) == 2 && sizeOf(two) == 2);
    }

    /** What it costs otherwise is a processor, and what else the same thread is to write. */
    @Test
    void neighbourThatAcceptsAndSaysNothingDoesNotKeepAThreadBusy() throws IOException {
        HazelcastInstance one = start(cloud);
        int port = one.getCluster().getLocalMember().getAddress().getPort();
        try (ServerSocket mute = listenBehind(port);
                Socket visit = mute.accept()) {
            assertThat(visit.isConnected()).isTrue();
            long before = busyNanos();
            long begun = System.nanoTime();

            await().until(() -> System.nanoTime() - begun > A_WHILE);

            assertThat(busyNanos() - before).isLessThan(A_WHILE / 2);
        }
    }

    private static ServerSocket listenBehind(int port) throws IOException {
        for (int next = port + 1; ; next++) {
            try {
                ServerSocket mute = new ServerSocket(next, 0, InetAddress.getByName("127.0.0.1"));
                mute.setSoTimeout((int) LIMIT.toMillis());
                return mute;
            } catch (BindException e) {
                assertThat(next).as("a free port").isLessThan(port + 20);
            }
        }
    }

    /** How long the threads of Hazelcast have run that write to connections. */
    private static long busyNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(it -> it.getName().contains("IO.thread-out"))
                .mapToLong(it -> threads.getThreadCpuTime(it.getId()))
                .sum();
    }

    /** As after a silence that was too long, for which there is no way in the public API. */
    private static void giveUp(HazelcastInstance who, HazelcastInstance whom) {
        UUID uuid = whom.getCluster().getLocalMember().getUuid();
        // It may have heard already that the other has given it up.
        who.getCluster().getMembers().stream()
                .filter(it -> it.getUuid().equals(uuid))
                .forEach(member -> ((HazelcastInstanceProxy) who)
                        .getOriginal()
                        .node
                        .getClusterService()
                        .suspectMember(member, "the test says so", true));
    }

    private record Parting(CountDownLatch latch) implements MembershipListener {

        @Override
        public void memberAdded(MembershipEvent event) {
            // Only those who leave count.
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            latch.countDown();
        }
    }

    private static int sizeOf(HazelcastInstance member) {
        return member.getCluster().getMembers().size();
    }
}
