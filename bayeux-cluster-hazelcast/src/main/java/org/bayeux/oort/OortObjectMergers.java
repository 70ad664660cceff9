package org.bayeux.oort;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;

/** Makes one of all parts in the usual ways (manual 9.7.1.5). */
public final class OortObjectMergers {

    private OortObjectMergers() {}

    /** The sum. */
    public static OortObject.Merger<Long, Long> longSum() {
        return infos -> infos.stream().mapToLong(OortObject.Info::getObject).sum();
    }

    /** The sum. */
    public static OortObject.Merger<Double, Double> doubleSum() {
        return infos -> infos.stream().mapToDouble(OortObject.Info::getObject).sum();
    }

    /** All elements; those that are in several parts as often. */
    public static <E> OortObject.Merger<List<E>, List<E>> listUnion() {
        return infos -> infos.stream()
                .map(OortObject.Info::getObject)
                .flatMap(Collection::stream)
                .toList();
    }

    /** All entries; of a key in several parts the value of this node counts, or else that of any. */
    public static <K, V> OortObject.Merger<ConcurrentMap<K, V>, Map<K, V>> mapUnion() {
        return infos -> {
            Map<K, V> union = new HashMap<>();
            infos.forEach(info -> info.getObject().forEach(union::putIfAbsent));
            return Map.copyOf(union);
        };
    }
}
