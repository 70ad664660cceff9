package org.bayeux.oort.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bayeux.api.server.LocalSession;
import org.bayeux.oort.Oort;
import org.bayeux.oort.OortLong;
import org.bayeux.oort.OortMap;
import org.bayeux.oort.OortMasterLong;
import org.bayeux.oort.OortObject;
import org.bayeux.oort.OortObjectFactories;
import org.bayeux.oort.OortStringMap;
import org.bayeux.oort.Seti;
import org.bayeux.server.BayeuxServerBuilder;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Ticker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Users, objects and numbers on real members, by many threads at once. */
@Tag("stress")
class SharedObjectsTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = 500;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    private final Members members = new Members();
    private final List<Node> nodes = new ArrayList<>();

    @BeforeEach
    void start() {
        for (String url : List.of("a", "b")) {
            nodes.add(new Node(url, members.start()));
        }
        nodes.forEach(Node::start);
        await().atMost(30, TimeUnit.SECONDS).until(() -> nodes.stream()
                .allMatch(it -> it.oort.getKnownComets().size() == 1 && it.ids.getMasterOortURL() != null));
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::stop);
        members.close();
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    @Test
    void whatManyThreadsShareIsEqualEverywhereAndListenersHearAllOfIt() throws Exception {
        List<Future<?>> work = new ArrayList<>();
        for (Node node : nodes) {
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                work.add(threads.submit(() -> node.shareALot(thread)));
            }
        }
        for (Future<?> future : work) {
            future.get(60, TimeUnit.SECONDS);
        }

        Node a = nodes.get(0);
        Node b = nodes.get(1);
        await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
            assertThat(a.number.sum()).isEqualTo(2L * THREADS * ROUNDS).isEqualTo(b.number.sum());
            for (String url : List.of("a", "b")) {
                Map<String, Integer> truth = a.mapOf(url);
                assertThat(b.mapOf(url)).isEqualTo(truth);
                assertThat(a.replayed(url)).isEqualTo(truth);
                assertThat(b.replayed(url)).isEqualTo(truth);
            }
            assertThat(a.seti.getUserIds()).isEqualTo(Set.of("user of a", "user of b"));
            assertThat(b.seti.getUserIds()).isEqualTo(a.seti.getUserIds());
            assertThat(a.given.size() + b.given.size()).isEqualTo(2 * THREADS * ROUNDS / 10);
        });
        assertThat(a.given).doesNotContainAnyElementsOf(b.given);
    }

    /** One server of the cluster with threads of its own. */
    private final class Node {

        private final Map<String, Map<String, Integer>> heard = new ConcurrentHashMap<>();
        private final Set<Long> given = ConcurrentHashMap.newKeySet();
        private final BayeuxEngine engine;
        private final Oort oort;
        private final Seti seti;
        private final OortLong number;
        private final OortStringMap<Integer> map;
        private final OortMasterLong ids;

        Node(String url, HazelcastInstance member) {
            engine = new BayeuxServerBuilder().threads(scheduler, threads).build();
            oort = new Oort(engine, url, new HazelcastNetwork(member, "app"), Ticker.system(), threads);
            seti = new Seti(oort);
            number = new OortLong(oort, "number");
            map = new OortStringMap<>(oort, "map", OortObjectFactories.forConcurrentMap(Integer.class));
            ids = new OortMasterLong(oort, "ids");
            map.addListener(new OortMap.DeltaListener<>(map));
            map.addEntryListener(new OortMap.EntryListener<>() {
                @Override
                public void onPut(
                        OortObject.Info<ConcurrentMap<String, Integer>> info, OortMap.Entry<String, Integer> entry) {
                    replay(info.getOortURL()).put(entry.getKey(), entry.getNewValue());
                }

                @Override
                public void onRemoved(
                        OortObject.Info<ConcurrentMap<String, Integer>> info, OortMap.Entry<String, Integer> entry) {
                    replay(info.getOortURL()).remove(entry.getKey());
                }
            });
        }

        void start() {
            engine.start();
            seti.start();
            number.start();
            map.start();
            ids.start();
            oort.start();
        }

        void stop() {
            oort.stop();
            engine.stop();
        }

        /** Changes the same few entries as other threads do. */
        void shareALot(int thread) {
            LocalSession session = oort.getBayeuxServer().newLocalSession("user");
            session.handshake();
            for (int i = 0; i < ROUNDS; i++) {
                String key = "k" + (i + thread) % 7;
                number.incrementAndGet();
                switch (i % 5) {
                    case 0 -> map.removeAndShare(key);
                    case 1 -> map.putIfAbsentAndShare(key, -i);
                    case 2 -> map.setAndShare(new ConcurrentHashMap<>(Map.of("whole", i, key, thread)));
                    default -> map.putAndShare(key, i * THREADS + thread);
                }
                seti.associate("user of " + oort.getURL(), session.getServerSession());
                if (i < ROUNDS - 1) {
                    seti.disassociate("user of " + oort.getURL(), session.getServerSession());
                }
                if (i % 10 == 0) {
                    takeNumber();
                }
            }
        }

        private void takeNumber() {
            ids.getAndAdd(1, new OortMasterLong.Callback() {
                @Override
                public void succeeded(Long result) {
                    given.add(result);
                }

                @Override
                public void failed(@Nullable Object failure) {
                    takeNumber();
                }
            });
        }

        Map<String, Integer> mapOf(String url) {
            OortObject.Info<ConcurrentMap<String, Integer>> info = map.getInfo(url);
            return info == null ? Map.of() : new HashMap<>(info.getObject());
        }

        /** The map according to what listeners heard. */
        Map<String, Integer> replayed(String url) {
            return new HashMap<>(replay(url));
        }

        private Map<String, Integer> replay(String url) {
            return heard.computeIfAbsent(url, it -> new ConcurrentHashMap<>());
        }
    }
}
