package org.bayeux.oort;

import java.util.concurrent.ConcurrentMap;

/** A shared map whose keys are of type {@code Long} (manual 9.7.1.1). */
public class OortLongMap<V> extends OortMap<Long, V> {

    /** Makes a map, see {@link OortObject#OortObject}. */
    public OortLongMap(Oort oort, String name, Factory<ConcurrentMap<Long, V>> factory) {
        super(oort, name, factory);
    }

    @Override
    Long key(String text) {
        return Long.valueOf(text);
    }
}
