package org.bayeux.server.ext;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.bayeux.api.Channel;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.spi.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Disconnects clients that do nothing but keep their session alive. It is noticed when they connect next, so later than
 * the time allowed by up to one heartbeat.
 *
 * <p>Added to the server it watches all clients; its {@link SessionExtension}, added to a session, that one only.
 * Immutable. Source: manual 10.4.
 */
public final class ActivityExtension implements BayeuxServer.Extension {

    private final Activity activity;
    private final long maxInactivityPeriod;
    private final Ticker ticker;

    /**
     * Watches all clients that shake hands from now on.
     *
     * @param maxInactivityPeriod the time allowed, in milliseconds
     * @throws IllegalArgumentException if it is not positive
     */
    public ActivityExtension(Activity activity, long maxInactivityPeriod) {
        this(activity, maxInactivityPeriod, Ticker.system());
    }

    ActivityExtension(Activity activity, long maxInactivityPeriod, Ticker ticker) {
        if (maxInactivityPeriod <= 0) {
            throw new IllegalArgumentException(
                    "the longest inactivity is " + maxInactivityPeriod + " ms: it must be positive");
        }
        this.activity = activity;
        this.maxInactivityPeriod = maxInactivityPeriod;
        this.ticker = ticker;
    }

    @Override
    public boolean sendMeta(@Nullable ServerSession to, ServerMessage.Mutable message) {
        if (to != null && !to.isLocalSession() && message.isSuccessful() && isHandshake(message)) {
            to.addExtension(new SessionExtension(activity, maxInactivityPeriod, ticker));
        }
        return true;
    }

    private static boolean isHandshake(ServerMessage message) {
        return Channel.META_HANDSHAKE.equals(message.getChannel());
    }

    /** Whose messages count. */
    public enum Activity {
        /** Those of the client. */
        CLIENT,
        /** Those of the client, and those that the server sends to it. */
        CLIENT_SERVER
    }

    /** Watches one session. Thread-safe. */
    public static final class SessionExtension implements ServerSession.Extension {

        private final Activity activity;
        private final Duration maxInactivity;
        private final Ticker ticker;
        private final AtomicLong lastActivity;

        /**
         * Watches the session that it is added to.
         *
         * @param maxInactivityPeriod the time allowed, in milliseconds
         */
        public SessionExtension(Activity activity, long maxInactivityPeriod) {
            this(activity, maxInactivityPeriod, Ticker.system());
        }

        SessionExtension(Activity activity, long maxInactivityPeriod, Ticker ticker) {
            this.activity = activity;
            this.maxInactivity = Duration.ofMillis(maxInactivityPeriod);
            this.ticker = ticker;
            this.lastActivity = new AtomicLong(ticker.nanos());
        }

        @Override
        public boolean rcv(ServerSession session, ServerMessage.Mutable message) {
            active();
            return true;
        }

        @Override
        public boolean rcvMeta(ServerSession session, ServerMessage.Mutable message) {
            if (!Channel.META_CONNECT.equals(message.getChannel())) {
                active();
            } else if (ticker.nanos() - lastActivity.get() > maxInactivity.toNanos()) {
                session.disconnect();
            }
            return true;
        }

        @Override
        public @Nullable ServerMessage send(ServerSession session, ServerMessage message) {
            // Answers to what the client has published come this way as well, and say nothing new.
            if (activity == Activity.CLIENT_SERVER && !message.isPublishReply()) {
                active();
            }
            return message;
        }

        private void active() {
            lastActivity.set(ticker.nanos());
        }
    }
}
