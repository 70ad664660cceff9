package org.bayeux.benchmark.load;

/** What clients send messages for. */
public enum Purpose {
    /** To everybody in a room. */
    FAN_OUT,

    /** To rooms in which nobody is, so that only the reply comes back. */
    PUBLISH,

    /** To a service, which answers the caller. */
    CALL,

    /** Nothing is sent. */
    IDLE;

    /** Whether what comes back is the reply to the message alone. */
    boolean answeredOnly() {
        return this == PUBLISH;
    }

    /** Whether exactly the sender gets each message back. */
    boolean toSenderOnly() {
        return this == PUBLISH || this == CALL;
    }

    /** Whether clients have to be in rooms. */
    public boolean needsMembers() {
        return this == FAN_OUT || this == IDLE;
    }

    String channel(String rooms, int room) {
        return this == CALL ? "/service/bench/echo" : rooms + "/" + room;
    }
}
