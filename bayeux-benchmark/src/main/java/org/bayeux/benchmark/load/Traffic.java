package org.bayeux.benchmark.load;

/** Bytes on all connections of a client. Immutable. */
record Traffic(long sent, long received) {

    Traffic since(Traffic before) {
        return new Traffic(sent - before.sent, received - before.received);
    }
}
