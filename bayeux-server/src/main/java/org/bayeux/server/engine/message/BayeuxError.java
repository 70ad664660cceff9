package org.bayeux.server.engine.message;

/** The error texts of the protocol, {@code code:args:message} (appendix C), that this server uses. */
public final class BayeuxError {

    /** The message does not say its channel. */
    public static final String CHANNEL_MISSING = "400::channel_missing";

    /** The channel is not legal by the grammar, or not for this use. */
    public static final String CHANNEL_INVALID = "400::channel_invalid";

    /** The id is not legal by the grammar. */
    public static final String ID_INVALID = "400::id_invalid";

    /** A subscribe or unsubscribe does not say to what. */
    public static final String SUBSCRIPTION_MISSING = "400::subscription_missing";

    /** A subscribe or unsubscribe names something that is not a channel or pattern. */
    public static final String SUBSCRIPTION_INVALID = "400::subscription_invalid";

    /** The client needs a later version of the protocol. */
    public static final String VERSION_UNSUPPORTED = "400::version_unsupported";

    /** Client and server have no transport in common. */
    public static final String NO_COMMON_TRANSPORT = "400::no_common_connection_type";

    /** What the client has shown to be let in is no longer good. */
    public static final String CREDENTIALS_EXPIRED = "401::credentials_expired";

    /** The client has no session, or its id was used from elsewhere. */
    public static final String SESSION_UNKNOWN = "402::session_unknown";

    /** The policy, or a listener that ended the session at once, does not want the client. */
    public static final String HANDSHAKE_DENIED = "403::handshake_denied";

    /** Meta channels cannot be subscribed to. */
    public static final String SUBSCRIBE_META = "403::subscribe_to_meta_denied";

    /** Another connect took the place of this one. */
    public static final String CONNECT_SUPERSEDED = "408::connect_superseded";

    /** More had to be kept for the client than it may let wait. */
    public static final String QUEUE_OVERFLOW = "408::queue_overflow";

    /** Too many sessions from one network address. */
    public static final String TOO_MANY_FROM_ADDRESS = "403::too_many_sessions_per_address";

    /** The session is subscribed to too much. */
    public static final String TOO_MANY_SUBSCRIPTIONS = "403::too_many_subscriptions";

    /** Clients have made too many channels. */
    public static final String TOO_MANY_CHANNELS = "403::too_many_channels";

    /** The message stands behind too many others in its request or frame. */
    public static final String BATCH_TOO_LONG = "413::too_many_messages";

    /** The message nests too deep. */
    public static final String NESTED_TOO_DEEP = "413::nested_too_deep";

    /** The client sends too fast. */
    public static final String TOO_FAST = "429::too_many_messages";

    /** Too many sessions of one browser. */
    public static final String TOO_MANY_SESSIONS = "403::too_many_sessions_per_browser";

    /** An extension or a listener dropped the message. */
    public static final String MESSAGE_DELETED = "404::message_deleted";

    /** There is no such meta channel. */
    public static final String META_UNKNOWN = "404::meta_channel_unknown";

    /** The policy threw, or the stage that it returned failed; the log tells how. */
    public static final String POLICY_FAILED = "500::policy_failed";

    /** Something that should not happen did; the log tells what. */
    public static final String INTERNAL = "500::internal_error";

    private BayeuxError() {}
}
