package org.bayeux.benchmark.load;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the bare servers of the benchmark understand: one letter, and what belongs to it. What they repeat is as long as in
 * Bayeux.
 *
 * @param channel the channel of a room without its number
 */
record BareWords(String channel) implements Language {

    @Override
    public String hello() {
        return "H";
    }

    @Override
    public String join(String clientId, int[] rooms) {
        return "J" + clientId + " "
                + Arrays.stream(rooms).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    @Override
    public String connect(String clientId, long acknowledged) {
        return "C" + clientId;
    }

    @Override
    public String leave(String clientId) {
        return "";
    }

    @Override
    public String publish(String clientId, Batch batch) {
        StringBuilder text = new StringBuilder("P").append(clientId);
        for (int i = 0; i < batch.rooms().size(); i++) {
            text.append('\n').append(batch.rooms().get(i)).append(' ');
            text.append("{\"channel\":\"")
                    .append(channel)
                    .append('/')
                    .append(batch.rooms().get(i));
            text.append("\",\"data\":{\"user\":\"bare\",\"text\":\"");
            Stamp.append(text, batch.planned(), batch.first() + i);
            text.append(batch.filling()).append("\"}}");
        }
        return text.toString();
    }
}
