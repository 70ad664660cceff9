package org.bayeux.wire;

import java.util.List;

/** What the tests of this package share: one JSON library, one codec. */
final class Wire {

    static final JsonContext JSON = new JakartaJsonContext();
    static final MessageCodec CODEC = new MessageCodec(JSON, WireLimits.DEFAULT);

    private Wire() {}

    static BayeuxMessage message(String json) {
        List<BayeuxMessage> messages = messages(json);
        if (messages.size() != 1) {
            throw new AssertionError("not one message: " + json);
        }
        return messages.get(0);
    }

    static List<BayeuxMessage> messages(String json) {
        try {
            return CODEC.parse(json);
        } catch (MalformedMessageException e) {
            throw new AssertionError(json, e);
        }
    }

    static BayeuxMessage withData(String data) {
        return message("{\"channel\":\"/a\",\"data\":" + data + "}");
    }

    static BayeuxMessage frozen(BayeuxMessage message) {
        message.freeze();
        return message;
    }
}
