package org.bayeux.api;

import java.util.EventListener;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One end of Bayeux communication seen as a whole: its options and the transports it can speak.
 *
 * <p>Implementations are thread-safe. Source: manual, chapter 6.
 */
public interface Bayeux {

    /** Name under which the web part of the library stores the server in the servlet context. */
    String ATTRIBUTE = "org.bayeux.api";

    /**
     * Names every transport this end knows, allowed or not.
     *
     * @return an unmodifiable snapshot
     */
    Set<String> getKnownTransportNames();

    /**
     * Looks up a transport by its well-known name, such as {@code websocket}.
     *
     * @return the transport, or null if this end knows none of that name
     */
    @Nullable
    Transport getTransport(String name);

    /**
     * Names the transports offered in the negotiation with the other end, the preferred one first.
     *
     * @return an unmodifiable snapshot
     */
    List<String> getAllowedTransports();

    /**
     * Reads one option.
     *
     * @param qualifiedName the option's name, with the prefix of a transport where it has one
     * @return the value, or null if the option is not set
     */
    @Nullable
    Object getOption(String qualifiedName);

    /**
     * Sets one option. Options that are read at start take no effect when set later.
     *
     * @param value the new value; null takes the option away
     */
    void setOption(String qualifiedName, @Nullable Object value);

    /**
     * Names every option that is set.
     *
     * @return an unmodifiable snapshot
     */
    Set<String> getOptionNames();

    /**
     * Root of all listeners; the interfaces below it say what is listened to.
     *
     * <p>A listener is called without any lock of the library held, possibly by several threads at
     * once. What it throws is logged and otherwise ignored, unless its method says something else.
     */
    interface BayeuxListener extends EventListener {}
}
