package org.bayeux.wire;

import java.util.Collection;
import java.util.Map;
import org.bayeux.api.Message;
import org.jspecify.annotations.Nullable;

/** The fields that every message has room for, in the order in which they are written. */
enum Field {
    CHANNEL(Message.CHANNEL_FIELD, "a string"),
    ID(Message.ID_FIELD, "a string or a number"),
    CLIENT_ID(Message.CLIENT_ID_FIELD, "a string"),
    SUBSCRIPTION(Message.SUBSCRIPTION_FIELD, "a string or an array of strings"),
    SUCCESSFUL(Message.SUCCESSFUL_FIELD, "a boolean"),
    ERROR(Message.ERROR_FIELD, "a string"),
    DATA(Message.DATA_FIELD, "any value"),
    ADVICE(Message.ADVICE_FIELD, "an object"),
    EXT(Message.EXT_FIELD, "an object");

    private static final Field[] ALL = values();

    static final int COUNT = ALL.length;

    private final String key;
    private final String legal;
    private final String member;

    Field(String key, String legal) {
        this.key = key;
        this.legal = legal;
        this.member = '"' + key + "\":";
    }

    static Field at(int slot) {
        return ALL[slot];
    }

    static @Nullable Field of(@Nullable Object key) {
        return key instanceof String name ? ofName(name) : null;
    }

    static @Nullable Field ofName(String name) {
        return switch (name) {
            case Message.CHANNEL_FIELD -> CHANNEL;
            case Message.ID_FIELD -> ID;
            case Message.CLIENT_ID_FIELD -> CLIENT_ID;
            case Message.SUBSCRIPTION_FIELD -> SUBSCRIPTION;
            case Message.SUCCESSFUL_FIELD -> SUCCESSFUL;
            case Message.ERROR_FIELD -> ERROR;
            case Message.DATA_FIELD -> DATA;
            case Message.ADVICE_FIELD -> ADVICE;
            case Message.EXT_FIELD -> EXT;
            default -> null;
        };
    }

    /** The place of the field among the slots of a message. */
    @SuppressWarnings("EnumOrdinal") // the order of this enum is the order of the slots, and nothing stores it
    int slot() {
        return ordinal();
    }

    String key() {
        return key;
    }

    /** What the field may hold, in words. */
    String legal() {
        return legal;
    }

    /** The name as it stands in JSON text, colon included. */
    String member() {
        return member;
    }

    /** Refuses what the getters of the message could not return. */
    void require(@Nullable Object value) {
        if (value != null && !accepts(value)) {
            throw new IllegalArgumentException("field " + key + " must be " + legal + ", not a "
                    + value.getClass().getName());
        }
    }

    private boolean accepts(Object value) {
        return switch (this) {
            case CHANNEL, CLIENT_ID, ERROR -> value instanceof String;
            case ID -> value instanceof String || value instanceof Number;
            case SUBSCRIPTION -> value instanceof String || value instanceof Collection<?> || value instanceof Object[];
            case SUCCESSFUL -> value instanceof Boolean;
            case ADVICE, EXT -> value instanceof Map<?, ?>;
            case DATA -> true;
        };
    }
}
