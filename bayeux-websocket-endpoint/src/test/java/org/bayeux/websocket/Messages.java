package org.bayeux.websocket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bayeux.server.spi.Batch;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.JakartaJsonContext;
import org.bayeux.wire.JsonContext;

/** Frozen messages, batches of them, and how the batches fared. */
final class Messages {

    private static final JsonContext JSON = new JakartaJsonContext();

    /** The data of delivered batches and the failures of others, in the order in which they were told. */
    final List<String> outcomes = new ArrayList<>();

    static BayeuxMessage message(String data) {
        BayeuxMessage message = new BayeuxMessage(JSON);
        message.setChannel("/a");
        message.setData(data);
        message.freeze();
        return message;
    }

    static String frame(String... data) {
        return Arrays.stream(data)
                .map(it -> "{\"channel\":\"/a\",\"data\":\"" + it + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    Batch batch(String... data) {
        return new Batch(
                Arrays.stream(data).map(Messages::message).toList(),
                null,
                (it, failure) -> outcomes.add(String.join("", data) + (failure == null ? "" : " failed")));
    }
}
