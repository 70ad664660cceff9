package org.bayeux.it.cluster.fault;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/**
 * What a node knows.
 *
 * @param url its name
 * @param known what all nodes should know alike
 * @param events what it heard of the others, in order
 */
record View(String url, String known, List<String> events) {

    static View of(String text) {
        String[] lines = text.split("\n", 3);
        List<String> events =
                Json.createReader(new StringReader(lines[2])).readArray().getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
        return new View(lines[0], lines[1], events);
    }

    /** How many nodes it knows, itself included. */
    int nodes() {
        return object().getJsonArray("nodes").size();
    }

    /** Whether it knows who gives out numbers. */
    boolean hasMaster() {
        return !object().getString("master").equals("null");
    }

    /** What it heard of others since it had heard so many events. */
    List<String> eventsSince(int earlier) {
        return events.subList(Math.min(earlier, events.size()), events.size());
    }

    /** What is not the same elsewhere, for people. */
    String difference(View other) {
        JsonObject here = object();
        JsonObject there = other.object();
        StringBuilder text = new StringBuilder();
        here.forEach((name, value) -> {
            if (!value.equals(there.get(name))) {
                text.append("\n  ")
                        .append(name)
                        .append("\n    ")
                        .append(url)
                        .append(": ")
                        .append(value);
                text.append("\n    ").append(other.url).append(": ").append(there.get(name));
            }
        });
        return text.toString();
    }

    private JsonObject object() {
        return Json.createReader(new StringReader(known)).readObject();
    }
}
