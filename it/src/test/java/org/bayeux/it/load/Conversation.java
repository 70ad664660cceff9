package org.bayeux.it.load;

import java.nio.ByteBuffer;

/** What a client says on its connection and makes of the answers. Called on the reactor's thread only. */
interface Conversation {

    /** The connection is open. */
    void connected(Link link);

    /** Bytes have arrived; what is not taken comes again with the next ones. */
    void received(ByteBuffer bytes);

    /** The server closed the connection, or it broke; {@code reason} says which. */
    void lost(String reason);
}
