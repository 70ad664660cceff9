package org.bayeux.it.cluster.fault.app;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.oort.Oort;
import org.bayeux.oort.OortList;
import org.bayeux.oort.OortLong;
import org.bayeux.oort.OortMasterLong;
import org.bayeux.oort.OortObject;
import org.bayeux.oort.OortObjectFactories;
import org.bayeux.oort.OortStringMap;
import org.bayeux.oort.Seti;
import org.jspecify.annotations.Nullable;

/** One shared object of each kind, and guests that come and go. Changed by one request at a time. */
@Service
public class Shared {

    private static final int KEPT = 30;
    private static final int GUESTS = 3;

    @Inject
    private Oort oort;

    @Inject
    private Seti seti;

    @Inject
    private BayeuxServer server;

    private OortStringMap<String> map;
    private OortList<String> list;
    private OortLong count;
    private OortMasterLong numbers;
    private final Deque<LocalSession> guests = new ArrayDeque<>();

    @PostConstruct
    void start() {
        map = new OortStringMap<>(oort, "map", OortObjectFactories.forConcurrentMap());
        list = new OortList<>(oort, "list", OortObjectFactories.forList());
        count = new OortLong(oort, "count");
        numbers = new OortMasterLong(oort, "numbers");
        map.start();
        list.start();
        count.start();
        numbers.start();
    }

    @PreDestroy
    void stop() {
        map.stop();
        list.stop();
        count.stop();
        numbers.stop();
    }

    /** Changes all of them, the same step of the same node once. */
    public synchronized void change(int step) {
        map.putAndShare("key" + step % KEPT, "value" + step);
        if (step % 7 == 0) {
            map.removeAndShare("key" + (step + 1) % KEPT);
        }
        list.addAndShare("element" + step);
        if (step > KEPT) {
            list.removeAndShare("element" + (step - KEPT));
        }
        count.incrementAndGet();
        if (step % 5 == 0) {
            changeGuests("guest" + step);
        }
    }

    private void changeGuests(String name) {
        LocalSession guest = server.newLocalSession("guest");
        guest.handshake();
        guests.add(guest);
        seti.associate(name + "@" + oort.getId(), guest.getServerSession());
        if (guests.size() > GUESTS) {
            guests.remove().disconnect();
        }
    }

    /** The next number of the cluster. */
    public CompletableFuture<Long> number() {
        CompletableFuture<Long> number = new CompletableFuture<>();
        numbers.getAndAdd(1, new OortMasterLong.Callback() {
            @Override
            public void succeeded(Long result) {
                number.complete(result);
            }

            @Override
            public void failed(@Nullable Object failure) {
                number.completeExceptionally(new IllegalStateException(String.valueOf(failure)));
            }
        });
        return number;
    }

    /** What this node knows of each object, by the names of the nodes. */
    Map<String, Object> parts() {
        Map<String, Object> parts = new TreeMap<>();
        parts.put("map", byNode(map, TreeMap::new));
        parts.put("list", byNode(list, it -> it));
        parts.put("count", byNode(count.getOortObject(), it -> it));
        parts.put("master", String.valueOf(numbers.getMasterOortURL()));
        return parts;
    }

    private static <T> Map<String, Object> byNode(OortObject<T> object, Function<T, Object> form) {
        Map<String, Object> parts = new TreeMap<>();
        object.forEach(info -> parts.put(info.getOortURL(), form.apply(info.getObject())));
        return parts;
    }
}
