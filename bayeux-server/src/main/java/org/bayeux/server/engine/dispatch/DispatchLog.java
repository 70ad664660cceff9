package org.bayeux.server.engine.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.bayeux.api.ChannelId;
import org.bayeux.wire.OneLine;
import org.jspecify.annotations.Nullable;

/** The log messages about requests, codes BYX-1100 to BYX-1199. */
final class DispatchLog {

    private static final Logger LOGGER = System.getLogger("org.bayeux.server");

    private DispatchLog() {}

    static void messageFailed(@Nullable ChannelId channel, @Nullable Throwable failure) {
        LOGGER.log(
                Level.ERROR,
                "BYX-1101: a message on channel " + OneLine.of(channel)
                        + " could not be processed; its sender was told so",
                failure);
    }

    static void addressFull(int most) {
        LOGGER.log(
                Level.WARNING,
                "BYX-1103: handshakes are refused, since there are " + most
                        + " sessions from one network address; maxSessionsPerAddress says how many there may be");
    }

    static void channelsFull(int most) {
        LOGGER.log(
                Level.WARNING,
                "BYX-1104: clients are refused new channels, since " + most
                        + " of theirs exist; maxClientChannels says how many there may be");
    }

    static void exchangeFailed(Throwable failure) {
        LOGGER.log(
                Level.ERROR,
                "BYX-1102: the processing of received messages broke off; those without an answer were refused",
                failure);
    }
}
