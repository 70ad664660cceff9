package org.bayeux.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named route for messages, as one end of the communication holds it.
 *
 * <p>Names look like paths. Channels below {@code /meta} carry the protocol itself, those below
 * {@code /service} carry messages between one client and the server, all others broadcast to their
 * subscribers. {@link ChannelId} explains wildcards and templates.
 *
 * <p>Implementations are thread-safe. Source: manual, chapter 6 and appendix C.
 */
public interface Channel {

    /** Prefix of all meta channels, without a slash at its end. */
    String META = "/meta";

    /** Prefix of all service channels, without a slash at its end. */
    String SERVICE = "/service";

    /** Channel on which a client introduces itself and gets its id. */
    String META_HANDSHAKE = META + "/handshake";

    /** Channel of the heartbeat; over HTTP also the way of messages from server to client. */
    String META_CONNECT = META + "/connect";

    /** Channel on which a client asks for the messages of other channels. */
    String META_SUBSCRIBE = META + "/subscribe";

    /** Channel on which a client takes a subscription back. */
    String META_UNSUBSCRIBE = META + "/unsubscribe";

    /** Channel on which a client says good-bye. */
    String META_DISCONNECT = META + "/disconnect";

    /** Returns the channel's name, such as {@code /chat/room1}, without a slash at its end. */
    String getId();

    /** Returns the channel's name in parsed form. */
    ChannelId getChannelId();

    /** Tells whether this channel belongs to the protocol, that is, lies below {@code /meta}. */
    boolean isMeta();

    /** Tells whether messages end at the server, that is, the channel lies below {@code /service}. */
    boolean isService();

    /** Tells whether messages go on to subscribers: true if neither meta nor service. */
    boolean isBroadcast();

    /** Tells whether the name ends with {@code *} or {@code **}. */
    boolean isWild();

    /** Tells whether the name ends with {@code **}. */
    boolean isDeepWild();

    /**
     * Ties an object of the application to this channel. Attributes stay on this end.
     *
     * @param value the object; null removes the attribute
     */
    void setAttribute(String name, @Nullable Object value);

    /**
     * Returns an object tied to this channel before.
     *
     * @return the object, or null if there is none of that name
     */
    @Nullable
    Object getAttribute(String name);

    /**
     * Names all attributes.
     *
     * @return an unmodifiable snapshot
     */
    Set<String> getAttributeNames();

    /**
     * Unties an object from this channel.
     *
     * @return the object that was tied, or null if there was none
     */
    @Nullable
    Object removeAttribute(String name);
}
