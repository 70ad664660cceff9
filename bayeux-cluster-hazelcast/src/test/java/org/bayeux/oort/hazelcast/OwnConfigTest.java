package org.bayeux.oort.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnConfigTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

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

        giveUp(one, two);
        giveUp(two, one);
        await().atMost(LIMIT).until(() -> sizeOf(one) == 1 && sizeOf(two) == 1);

        await().atMost(LIMIT).until(() -> sizeOf(one) == 2 && sizeOf(two) == 2);
    }

    /** As after a silence that was too long, for which there is no way in the public API. */
    private static void giveUp(HazelcastInstance who, HazelcastInstance whom) {
        UUID uuid = whom.getCluster().getLocalMember().getUuid();
        Member member = who.getCluster().getMembers().stream()
                .filter(it -> it.getUuid().equals(uuid))
                .findFirst()
                .orElseThrow();
        ((HazelcastInstanceProxy) who)
                .getOriginal()
                .node
                .getClusterService()
                .suspectMember(member, "the test says so", true);
    }

    private static int sizeOf(HazelcastInstance member) {
        return member.getCluster().getMembers().size();
    }
}
