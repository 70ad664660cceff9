package org.bayeux.server.jmx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The channels of a server, listed in pages. */
public interface ChannelsMXBean {

    /** How many there are. */
    int getCount();

    /**
     * A page of the names, in their order, of channels that begin with a text.
     *
     * @param prefix such as {@code /chat/}; empty for all
     * @param from how many to leave out at the beginning
     * @param count how many to return at most
     * @throws IllegalArgumentException if one of them is negative
     */
    List<String> list(String prefix, int from, int count);

    /** Describes a channel; {@code null} if there is none of this name. */
    @Nullable
    ChannelDescription describe(String name);

    /** A page of the ids of the sessions that are subscribed to exactly this channel or pattern, in their order. */
    List<String> subscribers(String name, int from, int count);

    /** Removes a channel with all below it, soon; {@code false}: there is no such channel. */
    boolean remove(String name);
}
