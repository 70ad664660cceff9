package org.bayeux.oort;

import java.util.concurrent.ConcurrentMap;

/** A shared map whose keys are of type {@code String} (manual 9.7.1.1). */
public class OortStringMap<V> extends OortMap<String, V> {

    /** Makes a map, see {@link OortObject#OortObject}. */
    public OortStringMap(Oort oort, String name, Factory<ConcurrentMap<String, V>> factory) {
        super(oort, name, factory);
    }

    @Override
    String key(String text) {
        return text;
    }
}
