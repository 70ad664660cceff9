package org.bayeux.benchmark.load;

/** What is said on one connection and made of the answers. Called on the reactor's thread only. */
interface Conversation {

    /** The connection is open. */
    void connected();

    /** Bytes have arrived, in {@code bytes} from {@code from} to {@code to}; the array is used again afterwards. */
    void received(byte[] bytes, int from, int to);

    /** The server closed the connection, or it broke; {@code reason} says which. */
    void lost(String reason);
}
