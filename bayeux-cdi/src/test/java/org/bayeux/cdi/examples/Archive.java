package org.bayeux.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

@ApplicationScoped
class Archive {

    private final Map<String, JsonObject> kept = new ConcurrentHashMap<>();

    void keep(String channel, JsonObject said) {
        kept.put(channel, said);
    }
}
