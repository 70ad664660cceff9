package org.bayeux.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to carry Bayeux messages over the network, known to both ends by its name.
 *
 * <p>Options are looked up from the general to the special: for the prefix {@code long-polling.json}
 * the option {@code timeout} is overridden by {@code long-polling.timeout}, and that by {@code
 * long-polling.json.timeout}.
 *
 * <p>Implementations are thread-safe. Source: manual, 9.3.2.1.
 */
public interface Transport {

    /** Returns the name used in the handshake, such as {@code long-polling} or {@code websocket}. */
    String getName();

    /**
     * Reads one option as it holds for this transport.
     *
     * @param name the option's name without any prefix
     * @return the most special value set, or null if there is none
     */
    @Nullable
    Object getOption(String name);

    /**
     * Names the options this transport reads, without prefix.
     *
     * @return an unmodifiable snapshot
     */
    Set<String> getOptionNames();

    /** Returns this transport's option prefix: segments joined by dots, empty if it has none. */
    String getOptionPrefix();
}
