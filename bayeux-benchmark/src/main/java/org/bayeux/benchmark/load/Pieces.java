package org.bayeux.benchmark.load;

/** Takes the texts that arrive on one connection, cut anywhere. Called on the reactor's thread only. */
interface Pieces {

    /** More of a text, in {@code bytes} from {@code from} to {@code to}. */
    void piece(byte[] bytes, int from, int to);

    /** The text, one frame or one response, is complete. */
    void complete();
}
