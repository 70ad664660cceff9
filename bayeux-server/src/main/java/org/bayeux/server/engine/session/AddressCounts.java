package org.bayeux.server.engine.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How many sessions there are from each network address. Of IPv6 a network of /64 counts as one address, since that is what
 * one customer gets.
 *
 * <p>Thread-safe. A session is counted once and discounted once: whoever takes it out of the map of those that are counted
 * lowers the number. One that ended before it was counted is taken out by whoever counted it.
 */
public final class AddressCounts {

    private final int most;
    private final ConcurrentHashMap<Object, Integer> counts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<SessionHandle, Object> counted = new ConcurrentHashMap<>();

    /** Counts from zero; a limit that is not positive is none. */
    public AddressCounts(int most) {
        this.most = most;
    }

    /** Whether there is no room at this moment for one more from there. */
    public boolean isFull(@Nullable InetSocketAddress address) {
        Object place = placeOf(address);
        return place != null && counts.getOrDefault(place, 0) >= most;
    }

    /** Counts a session until {@link #left}; {@code false}: there are too many from there already. */
    public boolean entered(SessionHandle session, @Nullable InetSocketAddress address) {
        Object place = placeOf(address);
        if (place == null) {
            return true;
        }
        boolean[] admitted = new boolean[1];
        counts.compute(place, (key, known) -> {
            int before = known == null ? 0 : known;
            admitted[0] = before < most;
            return admitted[0] ? Integer.valueOf(before + 1) : known;
        });
        if (admitted[0]) {
            counted.put(session, place);
            if (session.session().isClosed()) {
                left(session);
            }
        }
        return admitted[0];
    }

    /** A session has ended. */
    public void left(SessionHandle session) {
        Object place = counted.remove(session);
        if (place != null) {
            counts.computeIfPresent(place, (key, count) -> count == 1 ? null : count - 1);
        }
    }

    private @Nullable Object placeOf(@Nullable InetSocketAddress address) {
        InetAddress host = address == null || most <= 0 ? null : address.getAddress();
        return host instanceof Inet6Address
                ? (Object) ByteBuffer.wrap(host.getAddress()).getLong()
                : host;
    }
}
