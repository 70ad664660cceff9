package org.bayeux.server.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How WebSocket frames are made and read (manual 9.3.2.1, table 7).
 *
 * <p>Immutable.
 *
 * @param messagesPerFrame how many messages one frame carries at most; empty: as many as wait
 * @param bufferSize bytes of the container's buffer; empty: the container's own
 * @param idleTimeout how long a socket stays open on which nothing comes; empty: five minutes, or longer where connects are
 *     held for long
 * @param requireHandshakePerConnection whether a session may not move to a new socket
 */
public record FrameConfig(
        Optional<Integer> messagesPerFrame,
        Optional<Integer> bufferSize,
        Optional<Duration> idleTimeout,
        boolean requireHandshakePerConnection) {

    static FrameConfig read(OptionReader reader) {
        return new FrameConfig(
                reader.optionalNumber("ws.messagesPerFrame"),
                reader.optionalNumber("ws.bufferSize"),
                reader.optionalMillis("ws.idleTimeout"),
                reader.flag("ws.requireHandshakePerConnection", false));
    }
}
