package org.bayeux.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name of a channel in parsed form, which says what kind of channel it is and what it matches.
 *
 * <p>A name is a slash followed by segments parted by slashes; {@code /a/b/} is the same as {@code
 * /a/b}. Three kinds of names exist:
 *
 * <ul>
 *   <li>plain, such as {@code /chat/room1}, which names one channel;
 *   <li>wild, with {@code *} or {@code **} as its last segment: {@code /chat/*} matches every channel
 *       with exactly one segment more than {@code /chat}, {@code /chat/**} every channel below it;
 *   <li>template, with parameters such as {@code {room}} for whole segments: {@code /chat/{room}}
 *       matches channels with the same number of segments and tells the values of its parameters.
 * </ul>
 *
 * <p>This class checks the structure only, and that there are no more than {@value #MAX_DEPTH} segments.
 * Which characters a segment may have is up to the server's option {@code validateMessageFields}.
 * Clients may be allowed less, see its options {@code maxChannelLength} and {@code maxChannelDepth}.
 *
 * <p>Immutable. Instances are meant to be kept: parsing happens once, matching allocates
 * nothing. Source: manual, 9.3.3.8 and appendix C.
 */
public final class ChannelId {

    /** Last segment of names that match one level. */
    public static final String WILD = "*";

    /** Last segment of names that match all levels below. */
    public static final String DEEPWILD = "**";

    /** Most segments that a name may have. */
    public static final int MAX_DEPTH = 256;

    private static final String META_PREFIX = Channel.META + "/";
    private static final String SERVICE_PREFIX = Channel.SERVICE + "/";

    private final String id;
    private final String[] segments;
    private final List<String> parameters;
    private final Kind kind;

    /**
     * Made when first asked for. A race makes it twice with equal content, which is harmless since an
     * unmodifiable list may be published without synchronization.
     */
    private @Nullable List<String> wilds;

    /**
     * Parses a name.
     *
     * @throws IllegalArgumentException if the name breaks one of the rules above
     */
    public ChannelId(String id) {
        this.id = ChannelSyntax.normalize(id);
        this.segments = ChannelSyntax.split(this.id);
        this.parameters = ChannelSyntax.parameters(this.id, segments);
        this.kind = kindOf(segments[segments.length - 1], parameters);
    }

    /** Tells whether a name lies below {@code /meta}, without parsing it. */
    public static boolean isMeta(String channelId) {
        return channelId.startsWith(META_PREFIX);
    }

    /** Tells whether a name lies below {@code /service}, without parsing it. */
    public static boolean isService(String channelId) {
        return channelId.startsWith(SERVICE_PREFIX);
    }

    /** Tells whether a name is neither meta nor service, without parsing it. */
    public static boolean isBroadcast(String channelId) {
        return !isMeta(channelId) && !isService(channelId);
    }

    /** Returns the name, without a slash at its end. */
    public String getId() {
        return id;
    }

    /** Tells whether the name lies below {@code /meta}. */
    public boolean isMeta() {
        return isMeta(id);
    }

    /** Tells whether the name lies below {@code /service}. */
    public boolean isService() {
        return isService(id);
    }

    /** Tells whether the name is neither meta nor service. */
    public boolean isBroadcast() {
        return isBroadcast(id);
    }

    /** Tells whether the last segment is {@code *} or {@code **}. */
    public boolean isWild() {
        return kind == Kind.SHALLOW || kind == Kind.DEEP;
    }

    /** Tells whether the last segment is {@code *}. */
    public boolean isShallowWild() {
        return kind == Kind.SHALLOW;
    }

    /** Tells whether the last segment is {@code **}. */
    public boolean isDeepWild() {
        return kind == Kind.DEEP;
    }

    /** Tells whether a segment is a parameter. */
    public boolean isTemplate() {
        return kind == Kind.TEMPLATE;
    }

    /** Returns the number of segments, wildcards and parameters included. */
    public int depth() {
        return segments.length;
    }

    /**
     * Returns one segment.
     *
     * @param index from 0
     * @return the segment, or null if the name has fewer segments
     * @throws IndexOutOfBoundsException if the index is negative
     */
    public @Nullable String getSegment(int index) {
        return index < segments.length ? segments[index] : null;
    }

    /**
     * Returns the name of the channel above.
     *
     * @return the name, or null if this one has a single segment
     */
    public @Nullable String getParent() {
        return upTo(segments.length - 1);
    }

    /**
     * Returns the part before the first wildcard or parameter: {@code /a} for {@code /a/*}, {@code
     * /a/**} and {@code /a/{b}/c}.
     *
     * @return the part, which is the whole name if it is plain; null if there is nothing before
     */
    public @Nullable String getRegularPart() {
        return upTo(isWild() ? segments.length - 1 : depthBeforeParameters());
    }

    /**
     * Lists the names of the parameters in their order.
     *
     * @return an unmodifiable list, empty if this is not a template
     */
    public List<String> getParameters() {
        return parameters;
    }

    /**
     * Lists the wild names that match whatever this name matches, the closest first: for {@code /a/b}
     * these are {@code /a/*}, {@code /a/**} and {@code /**}.
     *
     * @return an unmodifiable list, empty if this name is wild itself
     */
    public List<String> getWilds() {
        List<String> known = wilds;
        if (known == null) {
            known = isWild() ? List.of() : WildNames.above(this);
            wilds = known;
        }
        return known;
    }

    /**
     * Lists this name and then its {@link #getWilds() wild names}.
     *
     * @return an unmodifiable list, made anew by each call
     */
    public List<String> getAllIds() {
        List<String> all = new ArrayList<>(getWilds().size() + 1);
        all.add(id);
        all.addAll(getWilds());
        return Collections.unmodifiableList(all);
    }

    /**
     * Tells whether this name matches another one. A plain name or template may be matched by a wild
     * one, a plain name by a template as well; apart from that only equal names match.
     *
     * <p>This is about names only: that subscribers of {@code /**} see no meta messages is a rule of
     * the server.
     */
    public boolean matches(ChannelId channel) {
        if (channel.isWild()) {
            return id.equals(channel.id);
        }
        return switch (kind) {
            case PLAIN -> id.equals(channel.id);
            case SHALLOW -> segments.length == channel.segments.length && sharesParentWith(channel);
            case DEEP -> sharesParentWith(channel);
            case TEMPLATE -> id.equals(channel.id) || bindsTo(channel);
        };
    }

    /**
     * Tells the values of this template's parameters in a channel's name.
     *
     * @return an unmodifiable map in the order of the parameters; empty if this is not a template, or
     *     the other name is not plain or does not match
     */
    public Map<String, String> bind(ChannelId target) {
        if (!isTemplate() || !bindsTo(target)) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < segments.length; i++) {
            if (ChannelSyntax.isParameter(segments[i])) {
                values.put(ChannelSyntax.parameterName(segments[i]), target.segments[i]);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** Tells whether another name lies anywhere below this one; false if this one is wild. */
    public boolean isAncestorOf(ChannelId other) {
        return !isWild()
                && other.id.length() > id.length()
                && other.id.charAt(id.length()) == '/'
                && other.id.startsWith(id);
    }

    /** Tells whether another name lies directly below this one; false if this one is wild. */
    public boolean isParentOf(ChannelId other) {
        return segments.length == other.segments.length - 1 && isAncestorOf(other);
    }

    /** Tells whether both names are the same text. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ChannelId that && id.equals(that.id));
    }

    /** Returns the hash of the name, which the string keeps after the first call. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return id;
    }

    private static Kind kindOf(String lastSegment, List<String> parameters) {
        if (!parameters.isEmpty()) {
            return Kind.TEMPLATE;
        }
        return switch (lastSegment) {
            case WILD -> Kind.SHALLOW;
            case DEEPWILD -> Kind.DEEP;
            default -> Kind.PLAIN;
        };
    }

    /** Compares everything before this wild name's last segment; no segment is empty, so text will do. */
    private boolean sharesParentWith(ChannelId channel) {
        int parentLength = id.length() - segments[segments.length - 1].length();
        return channel.id.regionMatches(0, id, 0, parentLength);
    }

    private boolean bindsTo(ChannelId target) {
        if (target.kind != Kind.PLAIN || target.segments.length != segments.length) {
            return false;
        }
        for (int i = 0; i < segments.length; i++) {
            if (!ChannelSyntax.isParameter(segments[i]) && !segments[i].equals(target.segments[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the number of segments before the first parameter. */
    int depthBeforeParameters() {
        int depth = 0;
        while (depth < segments.length && !ChannelSyntax.isParameter(segments[depth])) {
            depth++;
        }
        return depth;
    }

    /** Returns the first segments as a name, or null for none. */
    @Nullable
    String upTo(int depth) {
        int length = 0;
        for (int i = 0; i < depth; i++) {
            length += 1 + segments[i].length();
        }
        return length == 0 ? null : id.substring(0, length);
    }

    private enum Kind {
        PLAIN,
        SHALLOW,
        DEEP,
        TEMPLATE
    }
}
