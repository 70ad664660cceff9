package org.bayeux.wire;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.bayeux.api.BinaryData;
import org.bayeux.api.ChannelId;
import org.bayeux.api.Message;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerTransport;
import org.jspecify.annotations.Nullable;

/**
 * The one type of message, received or made here, request, reply or published.
 *
 * <p>{@code data}, {@code ext} and {@code advice} of a received message stay the JSON text they came as. Reading them
 * makes a tree of maps and lists; if nobody changes the tree, the text goes out exactly as it came. A JSON array is a
 * {@code List}, numbers are as {@link JsonContext#parse(String)} says.
 *
 * <p>{@link #freeze()} encodes the message, once for all receivers. Before, it is confined to the thread that handles
 * it; afterwards it is immutable, and safe to be read by any thread that it is handed to. Source: manual 6.3.4, 6.3.7.
 */
public final class BayeuxMessage extends MessageMap implements ServerMessage.Mutable {

    private static final int USUAL_LENGTH = 192;

    private static final AtomicIntegerFieldUpdater<BayeuxMessage> KEEPERS =
            AtomicIntegerFieldUpdater.newUpdater(BayeuxMessage.class, "keepers");

    /** Made by the first who asks. Readers of a frozen message may race and make equal ones, which are immutable. */
    private @Nullable ChannelId channelId;

    private ServerMessage.@Nullable Mutable associated;
    private @Nullable BayeuxContext bayeuxContext;
    private @Nullable ServerTransport serverTransport;
    private boolean lazy;
    private boolean nestedTooDeep;

    /** Set before the message is handed to other threads. */
    private @Nullable Companion companion;

    /** The encoded message. Written by the thread that freezes, before it hands the message to others. */
    private @Nullable String json;

    /** How many bytes it has, 0 if nobody has asked. Readers of a frozen message may race and store equal numbers. */
    private int utf8Length;

    /** Written by the first that needs the bytes, perhaps by several with equal bytes; read by all who send. */
    private volatile byte @Nullable [] utf8;

    /** How many queues keep it; a field and no object of its own, since every message of a broadcast would have one. */
    @SuppressWarnings("UnusedVariable") // used by its name
    private volatile int keepers;

    /** Makes a message without any field. */
    public BayeuxMessage(JsonContext context) {
        super(context);
    }

    /**
     * Makes an independent message with the same fields, laziness, context and transport, not frozen and not associated
     * with any other. Text that was not changed is shared, application objects are shared; who follows this message
     * follows the copy too.
     */
    public BayeuxMessage copy() {
        BayeuxMessage copy = new BayeuxMessage(context());
        copy.copyFrom(this);
        copy.channelId = channelId;
        copy.lazy = lazy;
        copy.bayeuxContext = bayeuxContext;
        copy.serverTransport = serverTransport;
        copy.companion = companion;
        return copy;
    }

    /** Tells whether the message nested deeper than allowed, so that only channel, id and client id were kept of it. */
    public boolean isNestedTooDeep() {
        return nestedTooDeep;
    }

    /** Drops all but what the answer to a message needs that nests too deep. */
    void leaveOnlyAddress() {
        nestedTooDeep = true;
        keepOnly(Field.CHANNEL, Field.ID, Field.CLIENT_ID);
    }

    /** Tells whether the message says on which channel it is, without which it cannot be handled. */
    public boolean hasChannel() {
        return raw(Field.CHANNEL) != null;
    }

    @Override
    public String getChannel() {
        if (raw(Field.CHANNEL) instanceof String channel) {
            return channel;
        }
        throw new IllegalStateException("the message has no channel");
    }

    @Override
    public ChannelId getChannelId() {
        String channel = getChannel();
        ChannelId parsed = channelId;
        // The map view may have set another channel since, so the text decides.
        if (parsed == null || !parsed.getId().equals(channel)) {
            parsed = new ChannelId(channel);
            channelId = parsed;
        }
        return parsed;
    }

    @Override
    public void setChannel(String channel) {
        store(Field.CHANNEL, channel);
    }

    /** Sets the channel together with its parsed form, so that it need not be parsed. */
    public void setChannelId(ChannelId channel) {
        store(Field.CHANNEL, channel.getId());
        channelId = channel;
    }

    @Override
    public @Nullable String getId() {
        Object id = raw(Field.ID);
        return id == null ? null : id.toString();
    }

    @Override
    public void setId(@Nullable String id) {
        storeOrDrop(Field.ID, id);
    }

    /** Takes over the id of the request that this message answers, as a number if it is one there. */
    public void setIdOf(BayeuxMessage request) {
        storeOrDrop(Field.ID, request.raw(Field.ID));
    }

    @Override
    public @Nullable String getClientId() {
        return (String) raw(Field.CLIENT_ID);
    }

    @Override
    public void setClientId(@Nullable String clientId) {
        storeOrDrop(Field.CLIENT_ID, clientId);
    }

    @Override
    public boolean isMeta() {
        return raw(Field.CHANNEL) instanceof String channel && ChannelId.isMeta(channel);
    }

    @Override
    public boolean isPublishReply() {
        return has(Field.SUCCESSFUL) && !isMeta();
    }

    @Override
    public boolean isSuccessful() {
        return Boolean.TRUE.equals(raw(Field.SUCCESSFUL));
    }

    @Override
    public void setSuccessful(boolean successful) {
        store(Field.SUCCESSFUL, successful);
    }

    @Override
    public @Nullable Object getData() {
        return value(Field.DATA);
    }

    @Override
    public void setData(@Nullable Object data) {
        storeOrDrop(Field.DATA, data);
    }

    /** Tells whether the payload are bytes, without reading received text. */
    public boolean hasBinaryData() {
        return raw(Field.DATA) instanceof BinaryData;
    }

    /**
     * Reads the payload as an object of the given type: straight from the received text if nobody changed it, without
     * making maps and lists first.
     *
     * @return the object, or null if there is no payload or it is null
     * @throws JsonReadException if the payload does not fit the type
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as in JsonContext
    public <T> @Nullable T dataAs(Type type) {
        if (raw(Field.DATA) instanceof JsonText text && text.isUnchanged() && !PlainTypes.isPlain(type)) {
            return context().parse(text.text(), type);
        }
        return context().convert(getData(), type);
    }

    @Override
    public @Nullable Map<String, @Nullable Object> getDataAsMap() {
        return getDataAsMap(false);
    }

    @Override
    public @Nullable Map<String, @Nullable Object> getDataAsMap(boolean create) {
        return object(Field.DATA, create);
    }

    @Override
    public @Nullable Map<String, @Nullable Object> getExt() {
        return object(Field.EXT, false);
    }

    @Override
    public @Nullable Map<String, @Nullable Object> getExt(boolean create) {
        return object(Field.EXT, create);
    }

    @Override
    public @Nullable Map<String, @Nullable Object> getAdvice() {
        return object(Field.ADVICE, false);
    }

    @Override
    public @Nullable Map<String, @Nullable Object> getAdvice(boolean create) {
        return object(Field.ADVICE, create);
    }

    @Override
    public ServerMessage.@Nullable Mutable getAssociated() {
        return associated;
    }

    @Override
    public void setAssociated(ServerMessage.@Nullable Mutable message) {
        associated = message;
    }

    @Override
    public boolean isLazy() {
        return lazy;
    }

    @Override
    public void setLazy(boolean lazy) {
        this.lazy = lazy;
    }

    @Override
    public @Nullable BayeuxContext getBayeuxContext() {
        return bayeuxContext;
    }

    @Override
    public @Nullable ServerTransport getServerTransport() {
        return serverTransport;
    }

    /** Notes how the message came. */
    public void arrivedBy(@Nullable BayeuxContext context, @Nullable ServerTransport transport) {
        bayeuxContext = context;
        serverTransport = transport;
    }

    /** Who follows this message; {@code null}: nobody. */
    public @Nullable Companion companion() {
        return companion;
    }

    /** Lets somebody follow this message and its later copies, instead of who did; not once it is frozen. */
    public void followedBy(Companion follower) {
        companion = follower;
    }

    /**
     * Takes away all that only client and server say to each other, so that a publisher cannot forge it in what
     * subscribers receive. Channel, data, id, ext and unknown fields stay.
     */
    public void stripToPublication() {
        drop(Field.CLIENT_ID);
        drop(Field.ADVICE);
        drop(Field.SUCCESSFUL);
        drop(Field.ERROR);
        drop(Field.SUBSCRIPTION);
        dropExtra(Message.AUTH_SUCCESSFUL_FIELD);
        dropExtra(Message.CONNECTION_TYPE_FIELD);
        dropExtra(Message.VERSION_FIELD);
        dropExtra(Message.MIN_VERSION_FIELD);
        dropExtra(Message.SUPPORTED_CONNECTION_TYPES_FIELD);
    }

    /**
     * Encodes the message and ends all changes to its fields. Does nothing if that has happened before.
     *
     * @throws JsonWriteException if a value has no JSON form, or the data are bytes and {@code ext} does not say so; the
     *     message can still be changed then
     */
    public void freeze() {
        if (json == null) {
            BinaryForm.requireAnnounced(this);
            String encoded = encode();
            seal(encoded);
            json = encoded;
        }
    }

    /** Tells whether the message is encoded and can no longer be changed. */
    public boolean isFrozen() {
        return json != null;
    }

    /**
     * Returns the message as JSON text: the shared one if it is frozen, made for this call otherwise.
     *
     * @throws JsonWriteException if a value has no JSON form
     */
    @Override
    public String getJSON() {
        String text = json;
        return text == null ? encode() : text;
    }

    /**
     * Returns the JSON text in UTF-8: if the message is frozen, an array shared by all, which nobody may change. A lone
     * surrogate that stood unescaped in received text, for which UTF-8 has no bytes, becomes a question mark.
     *
     * @throws JsonWriteException if a value has no JSON form
     */
    public byte[] utf8() {
        byte[] bytes = utf8;
        if (bytes == null) {
            bytes = getJSON().getBytes(StandardCharsets.UTF_8);
            if (json != null) {
                utf8 = bytes;
            }
        }
        return bytes;
    }

    /**
     * Returns how many bytes the message has in UTF-8, without making them. Counted once if it is frozen.
     *
     * @throws JsonWriteException if a value has no JSON form
     */
    public int utf8Length() {
        int length = utf8Length;
        if (length == 0) {
            length = Utf8Length.of(getJSON());
            utf8Length = json == null ? 0 : length;
        }
        return length;
    }

    /** Notes that one queue more keeps this message; {@code true}: no other does. */
    public boolean keep() {
        return KEEPERS.getAndIncrement(this) == 0;
    }

    /** Notes that a queue has let go of this message; {@code true}: none keeps it any more. */
    public boolean letGo() {
        return KEEPERS.decrementAndGet(this) == 0;
    }

    private String encode() {
        StringBuilder out = new StringBuilder(USUAL_LENGTH);
        try {
            writeTo(out);
        } catch (JsonWriteException e) {
            throw new JsonWriteException("message on " + OneLine.of(raw(Field.CHANNEL)) + ": " + e.getMessage(), e);
        }
        return out.toString();
    }

    /** The JSON text, for logs at DEBUG: it may hold what must not be logged above. */
    @Override
    public String toString() {
        return getJSON();
    }
}
