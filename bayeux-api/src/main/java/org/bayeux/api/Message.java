package org.bayeux.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Bayeux clients and servers send each other: a JSON object with some well-known fields.
 *
 * <p>The map view shows every field, known to the protocol or not. JSON objects inside it are maps,
 * and members that are {@code null} in JSON are null values in them. A message that is not offered
 * as {@link Mutable} must not be changed, neither through the map nor by a cast: it is shared
 * between sessions and may be encoded already.
 *
 * <p>A message is used by one thread at a time until it is sent or published; from then on it does
 * not change and is safe to read from any thread. Source: manual, 6.3.7 and appendix C.
 */
public interface Message extends Map<String, @Nullable Object> {

    /** Field with the id of the session that sends. */
    String CLIENT_ID_FIELD = "clientId";

    /** Field with the application's payload. */
    String DATA_FIELD = "data";

    /** Field with the name of the channel. */
    String CHANNEL_FIELD = "channel";

    /** Field with the id that ties a reply to its request. */
    String ID_FIELD = "id";

    /** Field with the reason of a failure, written {@code code:args:text}. */
    String ERROR_FIELD = "error";

    /** Field with the time of sending, in GMT. */
    String TIMESTAMP_FIELD = "timestamp";

    /** Field under which transports keep what concerns only them. */
    String TRANSPORT_FIELD = "transport";

    /** Field with the server's advice on how to go on. */
    String ADVICE_FIELD = "advice";

    /** Field that says whether a request succeeded. */
    String SUCCESSFUL_FIELD = "successful";

    /** Field with the channel or channels that a subscription is about. */
    String SUBSCRIPTION_FIELD = "subscription";

    /** Field where extensions keep their data, each under a name of its own. */
    String EXT_FIELD = "ext";

    /** Field that names the transport a client connects by. */
    String CONNECTION_TYPE_FIELD = "connectionType";

    /** Field with the version of the protocol that the sender wants. */
    String VERSION_FIELD = "version";

    /** Field with the oldest version of the protocol that the sender accepts. */
    String MIN_VERSION_FIELD = "minimumVersion";

    /** Field with the names of the transports that the sender can use. */
    String SUPPORTED_CONNECTION_TYPES_FIELD = "supportedConnectionTypes";

    /** Field of older clients that says whether a handshake's credentials were accepted. */
    String AUTH_SUCCESSFUL_FIELD = "authSuccessful";

    /** Advice: what to do next, one of the {@code RECONNECT_..._VALUE}s. */
    String RECONNECT_FIELD = "reconnect";

    /** Advice: milliseconds a client waits before the next connect. */
    String INTERVAL_FIELD = "interval";

    /** Advice: milliseconds after which the server forgets a client that does not connect. */
    String MAX_INTERVAL_FIELD = "maxInterval";

    /** Advice: milliseconds for which the server holds a connect. */
    String TIMEOUT_FIELD = "timeout";

    /** Advice: true if the server sees more sessions of one browser than it likes. */
    String MULTIPLE_CLIENTS_FIELD = "multiple-clients";

    /** Advice: other servers that a client may turn to. */
    String HOSTS_FIELD = "hosts";

    /** Value of {@link #RECONNECT_FIELD}: connect again. */
    String RECONNECT_RETRY_VALUE = "retry";

    /** Value of {@link #RECONNECT_FIELD}: shake hands again. */
    String RECONNECT_HANDSHAKE_VALUE = "handshake";

    /** Value of {@link #RECONNECT_FIELD}: do not come back. */
    String RECONNECT_NONE_VALUE = "none";

    /**
     * Returns the advice.
     *
     * @return the {@code advice} field, or null if the message has none
     */
    @Nullable
    Map<String, @Nullable Object> getAdvice();

    /**
     * Returns the name of the channel this message is about.
     *
     * @return the name; a message handed to application code always has one
     * @throws IllegalStateException if this is a new message whose channel has not been set yet
     */
    String getChannel();

    /**
     * Returns the channel's name in parsed form. It is parsed at most once per message.
     *
     * @return the parsed name
     * @throws IllegalStateException if this is a new message whose channel has not been set yet
     * @throws IllegalArgumentException if the name is not legal
     */
    ChannelId getChannelId();

    /**
     * Returns the id of the session that sent this message.
     *
     * @return the id, or null if it is not given: broadcast messages never tell who sent them
     */
    @Nullable
    String getClientId();

    /**
     * Returns the payload as the JSON library reads it: maps, lists, strings, numbers, booleans, or
     * an application object if it was set as one. Parsing happens at the first call.
     *
     * @return the payload, or null if there is none
     */
    @Nullable
    Object getData();

    /** Tells whether the channel lies below {@code /meta}. */
    boolean isMeta();

    /** Tells whether this is the answer to a publish, and not a published message. */
    boolean isPublishReply();

    /** Tells whether this is an answer that reports success. */
    boolean isSuccessful();

    /**
     * Returns the payload as a JSON object.
     *
     * @return the payload, or null if there is none
     * @throws ClassCastException if the payload is something else than a JSON object
     */
    @Nullable
    Map<String, @Nullable Object> getDataAsMap();

    /**
     * Returns what extensions added.
     *
     * @return the {@code ext} field, or null if the message has none
     */
    @Nullable
    Map<String, @Nullable Object> getExt();

    /**
     * Returns the id that ties a reply to its request.
     *
     * @return the id, or null if the message has none
     */
    @Nullable
    String getId();

    /** Returns the whole message as JSON text. */
    String getJSON();

    /**
     * A message that may still be changed by whoever it is handed to, until that call returns.
     *
     * <p>Not thread-safe.
     */
    interface Mutable extends Message {

        /**
         * Returns the advice, if wanted making an empty one first.
         *
         * @return the {@code advice} field, to be changed in place; null only if {@code create} is
         *     false and there is none
         */
        @Nullable
        Map<String, @Nullable Object> getAdvice(boolean create);

        /**
         * Returns the payload as a JSON object, if wanted making an empty one first.
         *
         * @return the payload, to be changed in place; null only if {@code create} is false and there
         *     is none
         * @throws ClassCastException if the payload is something else than a JSON object
         */
        @Nullable
        Map<String, @Nullable Object> getDataAsMap(boolean create);

        /**
         * Returns what extensions added, if wanted making an empty map first.
         *
         * @return the {@code ext} field, to be changed in place; null only if {@code create} is false
         *     and there is none
         */
        @Nullable
        Map<String, @Nullable Object> getExt(boolean create);

        /** Sets the name of the channel. */
        void setChannel(String channel);

        /**
         * Sets the id of the session that sends.
         *
         * @param clientId the id; null takes the field away
         */
        void setClientId(@Nullable String clientId);

        /**
         * Sets the payload: anything that the JSON library can write.
         *
         * @param data the payload; null takes the field away
         */
        void setData(@Nullable Object data);

        /**
         * Sets the id that ties a reply to its request.
         *
         * @param id the id; null takes the field away
         */
        void setId(@Nullable String id);

        /** Says whether the request that this message answers succeeded. */
        void setSuccessful(boolean successful);
    }
}
