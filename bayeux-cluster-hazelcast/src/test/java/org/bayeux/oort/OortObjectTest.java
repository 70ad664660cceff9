package org.bayeux.oort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.bayeux.oort.Cloud.Member;
import org.bayeux.oort.OortObject.Info;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.wire.JsonWriteException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects of which each node owns a part (manual 9.7.1). */
class OortObjectTest {

    private final Cloud cloud = new Cloud();
    private final Member a = cloud.member("a");
    private final Member b = cloud.member("b");

    /** A class of an application, as a JSON library writes it by its properties. */
    public record User(String name, int age) {}

    private OortObject<Long> number(Member member) {
        OortObject<Long> object = new OortObject<>(member.oort, "number", OortObjectFactories.forLong());
        object.start();
        return object;
    }

    private OortList<String> names(Member member) {
        OortList<String> list = new OortList<>(member.oort, "names", OortObjectFactories.forList());
        list.start();
        return list;
    }

    private <V> OortStringMap<V> map(Member member, Class<V> values) {
        OortStringMap<V> map = new OortStringMap<>(member.oort, "map", OortObjectFactories.forConcurrentMap(values));
        map.start();
        return map;
    }

    private static <T> List<String> hear(OortObject<T> object) {
        List<String> heard = new ArrayList<>();
        object.addListener(new OortObject.Listener<>() {
            @Override
            public void onUpdated(@Nullable Info<T> oldInfo, Info<T> newInfo) {
                heard.add(oldInfo + " -> " + newInfo + (newInfo.isLocal() ? " here" : ""));
            }

            @Override
            public void onRemoved(Info<T> info) {
                heard.add("without " + info);
            }
        });
        return heard;
    }

    private static <V> List<String> hearEntries(OortMap<?, V> map) {
        List<String> heard = new ArrayList<>();
        listen(map, heard);
        return heard;
    }

    private static <K, V> void listen(OortMap<K, V> map, List<String> heard) {
        map.addListener(new OortMap.DeltaListener<>(map));
        map.addEntryListener(new OortMap.EntryListener<>() {
            @Override
            public void onPut(Info<ConcurrentMap<K, V>> info, OortMap.Entry<K, V> entry) {
                heard.add(info.getOortURL() + " puts " + entry);
            }

            @Override
            public void onRemoved(Info<ConcurrentMap<K, V>> info, OortMap.Entry<K, V> entry) {
                heard.add(info.getOortURL() + " removes " + entry);
            }
        });
    }

    @Test
    void aSharedPartIsKnownOnAllNodesAndListenersHearOfIt() {
        OortObject<Long> here = number(a);
        OortObject<Long> there = number(b);
        cloud.meet(a, b);
        List<String> heardHere = hear(here);
        List<String> heardThere = hear(there);

        assertThat(here.setAndShare(5L)).isZero();
        cloud.passAMoment();

        assertThat(heardHere).containsExactly("0 of a -> 5 of a here");
        assertThat(heardThere).containsExactly("0 of a -> 5 of a");
        assertThat(there.getInfos()).extracting(Info::getOortURL).containsExactly("b", "a");
        assertThat(there.getInfo("a")).extracting(Info::getObject).isEqualTo(5L);
        assertThat(there.getInfo("c")).isNull();
        assertThat(there.merge(OortObjectMergers.longSum())).isEqualTo(5);
    }

    @Test
    void resultComesBehindListenersWithThePartBefore() throws Exception {
        OortObject<Long> here = number(a);
        cloud.meet(a, b);
        List<String> heard = hear(here);
        OortObject.Result.Deferred<Long> result = new OortObject.Result.Deferred<>();

        here.setAndShare(5L, before -> heard.add("result " + before));
        here.setAndShare(6L, result);

        assertThat(heard).containsExactly("0 of a -> 5 of a here", "result 0", "5 of a -> 6 of a here");
        assertThat(result.get()).isEqualTo(5);
    }

    @Test
    void partOfANodeThatDiedIsRemovedWithAnEvent() {
        OortObject<Long> here = number(a);
        OortObject<Long> there = number(b);
        cloud.meet(a, b);
        there.setAndShare(7L);
        cloud.passAMoment();
        List<String> heard = hear(here);
        cloud.network.kill("b");
        cloud.passAMoment();

        assertThat(heard).containsExactly("without 7 of b");
        assertThat(here.getInfos()).extracting(Info::getOortURL).containsExactly("a");
    }

    @Test
    void afterASplitPartsAreEqualAgain() {
        OortObject<Long> here = number(a);
        OortObject<Long> there = number(b);
        cloud.meet(a, b);
        cloud.network.cutBothWays("a", "b");
        here.setAndShare(1L);
        there.setAndShare(2L);
        cloud.clock.advance(Duration.ofSeconds(60));
        assertThat(here.getInfos()).hasSize(1);
        cloud.network.heal();
        cloud.clock.advance(Duration.ofSeconds(10));

        assertThat(here.merge(OortObjectMergers.longSum())).isEqualTo(3);
        assertThat(there.merge(OortObjectMergers.longSum())).isEqualTo(3);
    }

    @Test
    void failingListenerKeepsNoOtherFromHearing() {
        OortObject<Long> here = number(a);
        cloud.meet(a, b);
        here.addListener(new OortObject.Listener<>() {
            @Override
            public void onUpdated(@Nullable Info<Long> oldInfo, Info<Long> newInfo) {
                throw new IllegalStateException("on purpose");
            }
        });
        List<String> heard = hear(here);
        here.setAndShare(1L);

        assertThat(heard).hasSize(1);
    }

    @Test
    void whatHasNoJsonFormIsRefusedAndNothingChanges() {
        OortObject<Object> here = new OortObject<>(a.oort, "thing", it -> "begin");
        here.start();
        cloud.meet(a, b);

        assertThatThrownBy(() -> here.setAndShare(Double.NaN)).isInstanceOf(JsonWriteException.class);
        assertThat(here.getInfos()).extracting(Info::getObject).containsExactly("begin");
    }

    @Test
    void objectThatIsNotStartedTellsHowToUseIt() {
        OortObject<Long> object = new OortObject<>(a.oort, "number", OortObjectFactories.forLong());

        assertThatIllegalStateException()
                .isThrownBy(() -> object.setAndShare(1L))
                .withMessageContaining("start()");
        assertThatIllegalStateException().isThrownBy(object::getLocalSession).withMessageContaining("start()");
        assertThat(object.isRunning()).isFalse();
    }

    @Test
    void objectHasASessionToPublishBy() {
        OortObject<Long> here = number(a);
        InMemoryClient client = a.server.socket().joins().staysConnected();
        client.subscribes("/user/count");
        client.forgetsReceived();
        here.getOort().getBayeuxServer().getChannel("/user/count").publish(here.getLocalSession(), 3);

        client.awaits("{'channel':'/user/count','data':3}");
        here.stop();
        assertThat(here.isRunning()).isFalse();
    }

    @Test
    void entriesOfAMapAreSharedOneByOne() {
        OortStringMap<User> here = map(a, User.class);
        OortStringMap<User> there = map(b, User.class);
        cloud.meet(a, b);
        List<String> heard = hearEntries(there);

        assertThat(here.putAndShare("b1", new User("Bob", 30))).isNull();
        assertThat(here.putAndShare("b1", new User("Bob", 31))).isEqualTo(new User("Bob", 30));
        assertThat(here.putIfAbsentAndShare("b1", new User("Bob", 32))).isEqualTo(new User("Bob", 31));
        assertThat(here.putIfAbsentAndShare("c1", new User("Carol", 40))).isNull();
        cloud.passAMoment();

        assertThat(there.get("b1")).isEqualTo(new User("Bob", 31));
        assertThat(there.getInfoOf("c1")).extracting(Info::getOortURL).isEqualTo("a");
        assertThat(there.isPresent("d1")).isFalse();
        assertThat(here.removeAndShare("b1")).isEqualTo(new User("Bob", 31));
        assertThat(here.removeAndShare("b1")).isNull();
        cloud.passAMoment();
        assertThat(there.get("b1")).isNull();
        assertThat(heard)
                .containsExactly(
                        "a puts b1: null -> User[name=Bob, age=30]",
                        "a puts b1: User[name=Bob, age=30] -> User[name=Bob, age=31]",
                        "a puts c1: null -> User[name=Carol, age=40]",
                        "a removes b1: User[name=Bob, age=31] -> null");
    }

    @Test
    void callbacksOfAMapGetTheValueBefore() {
        OortStringMap<String> here = map(a, String.class);
        cloud.meet(a, b);
        List<String> results = new ArrayList<>();

        here.putAndShare("k", "1", results::add);
        here.putAndShare("k", "2", results::add);
        here.putIfAbsentAndShare("k", "3", results::add);
        here.removeAndShare("k", results::add);
        here.removeAndShare("k", results::add);

        assertThat(results).containsExactly(null, "1", "2", "2", null);
    }

    @Test
    void deltaListenerTellsWhatDiffersWhereAMapIsSharedAsAWhole() {
        OortStringMap<String> here = map(a, String.class);
        OortStringMap<String> there = map(b, String.class);
        cloud.meet(a, b);
        here.setAndShare(new ConcurrentHashMap<>(Map.of("same", "1", "other", "1", "gone", "1")));
        cloud.passAMoment();
        List<String> heard = hearEntries(there);
        here.setAndShare(new ConcurrentHashMap<>(Map.of("same", "1", "other", "2", "new", "1")));
        here.putAndShare("new", "2");
        cloud.passAMoment();

        assertThat(heard.subList(0, 3))
                .containsExactlyInAnyOrder(
                        "a removes gone: 1 -> null", "a puts other: 1 -> 2", "a puts new: null -> 1");
        assertThat(heard.subList(3, 4)).containsExactly("a puts new: 1 -> 2");
        cloud.network.kill("a");
        cloud.passAMoment();
        assertThat(heard.subList(4, heard.size())).hasSize(3).contains("a removes new: 2 -> null");
    }

    @Test
    void keysOfALongMapAreNumbersEverywhere() {
        List<OortLongMap<String>> maps = List.of(
                new OortLongMap<>(a.oort, "ids", OortObjectFactories.forConcurrentMap()),
                new OortLongMap<>(b.oort, "ids", OortObjectFactories.forConcurrentMap()));
        maps.forEach(OortObject::start);
        maps.get(0).putAndShare(1L, "one");
        cloud.meet(a, b);
        maps.get(0).putAndShare(2L, "two");
        cloud.passAMoment();

        assertThat(maps.get(1).get(1L)).isEqualTo("one");
        assertThat(maps.get(1).get(2L)).isEqualTo("two");
        assertThat(maps.get(1).merge(OortObjectMergers.mapUnion())).containsOnlyKeys(1L, 2L);
    }

    @Test
    void elementsOfAListAreSharedOneByOne() {
        OortList<String> here = names(a);
        OortList<String> there = names(b);
        cloud.meet(a, b);
        List<String> heard = new ArrayList<>();
        there.addListener(new OortList.DeltaListener<>(there));
        there.addElementListener(new OortList.ElementListener<>() {
            @Override
            public void onAdded(Info<List<String>> info, List<String> elements) {
                heard.add(info.getOortURL() + " adds " + elements);
            }

            @Override
            public void onRemoved(Info<List<String>> info, List<String> elements) {
                heard.add(info.getOortURL() + " removes " + elements);
            }
        });

        assertThat(here.addAndShare("x", "y", "x")).isTrue();
        assertThat(here.removeAndShare("x", "z")).isTrue();
        assertThat(here.removeAndShare("z")).isFalse();
        there.addAndShare("mine");
        here.setAndShare(List.of("y", "w"));
        here.addAndShare("v");
        cloud.passAMoment();

        assertThat(there.isPresent("w")).isTrue();
        assertThat(there.contains("w")).isFalse();
        assertThat(there.merge(OortObjectMergers.listUnion())).containsExactly("mine", "y", "w", "v");
        assertThat(heard)
                .containsExactly(
                        "b adds [mine]",
                        "a adds [x, y, x]",
                        "a removes [x]",
                        "a removes [x]",
                        "a adds [w]",
                        "a adds [v]");
    }

    @Test
    void elementsAreRemovedElsewhereAlsoIfTheyAreNotEqualThere() {
        OortList<User> here = new OortList<>(a.oort, "users", OortObjectFactories.forList(User.class));
        OortList<Object> there = new OortList<>(b.oort, "users", OortObjectFactories.forList());
        here.start();
        there.start();
        cloud.meet(a, b);
        here.addAndShare(new User("Bob", 1), new User("Carol", 2));
        here.removeAndShare(new User("Bob", 1));
        cloud.passAMoment();

        assertThat(there.merge(OortObjectMergers.listUnion())).containsExactly(Map.of("name", "Carol", "age", 2L));
    }

    @Test
    void numbersAddUp() {
        OortLong here = new OortLong(a.oort, "users");
        OortLong there = new OortLong(b.oort, "users", 10);
        here.start();
        there.start();
        cloud.meet(a, b);
        List<Long> sums = new ArrayList<>();
        there.addListener(new OortObject.Listener<>() {
            @Override
            public void onUpdated(@Nullable Info<Long> oldInfo, Info<Long> newInfo) {
                sums.add(there.sum());
            }
        });
        IntStream.range(0, 3).forEach(i -> here.incrementAndGet());
        assertThat(here.decrementAndGet()).isEqualTo(2);
        assertThat(here.addAndGet(10)).isEqualTo(12);
        cloud.passAMoment();

        assertThat(there.sum()).isEqualTo(22);
        assertThat(there.get()).isEqualTo(10);
        assertThat(sums).containsExactly(11L, 12L, 13L, 12L, 22L);
    }

    @Test
    void noClientCanForgeOrReadParts() {
        OortList<String> here = names(a);
        OortList<String> there = names(b);
        cloud.meet(a, b);
        InMemoryClient mallory = a.server.socket().joins().staysConnected();
        mallory.subscribes("/oort/**");
        mallory.publishes("/oort/objects/names", "{'oort.object.type':'object','oort.object.object':['root']}");
        mallory.publishes("/oort/names", "['root']");
        mallory.forgetsReceived();
        there.addAndShare("secret");
        cloud.passAMoment();

        assertThat(here.merge(OortObjectMergers.listUnion())).containsExactly("secret");
        assertThat(there.merge(OortObjectMergers.listUnion())).containsExactly("secret");
        assertThat(mallory.hasReceived("{'data':'$any'}")).isFalse();
    }
}
