package org.bayeux.server.spi;

import org.bayeux.api.server.ServerSession;

/**
 * A session of this server that can keep messages until its client says that it has received them (manual 10.5).
 *
 * <p>Each connect has a number, which its reply tells as {@code ext.ack}. Thread-safe.
 */
public interface AcknowledgingSession extends ServerSession {

    /** Name of the field of {@code ext} by which client and server talk about it. */
    String ACK = "ack";

    /** From now on messages leave with connect replies only, and are kept until they are acknowledged. */
    void keepUntilAcknowledged();

    /** The client has received everything up to the reply of that connect; what came after will leave again. */
    void acknowledged(long upTo);
}
