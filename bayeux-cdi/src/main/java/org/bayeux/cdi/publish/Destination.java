package org.bayeux.cdi.publish;

import java.util.Arrays;
import java.util.List;
import org.bayeux.api.ChannelId;

/**
 * The channel or template that something is published to.
 *
 * <p>Immutable.
 */
public record Destination(ChannelId id) {

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if nothing can be published there
     */
    public static Destination of(String name) {
        ChannelId id = new ChannelId(name);
        if (id.isWild() || id.isMeta()) {
            throw new IllegalArgumentException("Illegal channel \"" + name + "\" to publish to: it "
                    + (id.isWild() ? "ends with a wildcard" : "is a meta channel")
                    + ". Legal are names like /a/b, and /a/{b} for publishers");
        }
        return new Destination(id);
    }

    /** Whether parameters are needed. */
    public boolean isTemplate() {
        return id.isTemplate();
    }

    /**
     * The channel with these parameters.
     *
     * @throws IllegalArgumentException if there are others, or one of them makes no segment
     */
    ChannelId with(Object... parameters) {
        List<String> names = id.getParameters();
        if (parameters.length != names.size()) {
            throw new IllegalArgumentException("channel " + id + " needs " + names.size() + " parameters " + names
                    + ", given are " + parameters.length + ": " + Arrays.toString(parameters));
        }
        return names.isEmpty() ? id : filled(parameters);
    }

    private ChannelId filled(Object... parameters) {
        StringBuilder name = new StringBuilder();
        int next = 0;
        for (int i = 0; i < id.depth(); i++) {
            String segment = String.valueOf(id.getSegment(i));
            boolean isParameter = segment.startsWith("{");
            name.append('/').append(isParameter ? segment(next, parameters[next]) : segment);
            next += isParameter ? 1 : 0;
        }
        return new ChannelId(name.toString());
    }

    private String segment(int index, Object parameter) {
        String segment = String.valueOf(parameter);
        if (parameter == null || segment.isBlank() || segment.matches(".*[/*{}\\p{Cntrl}].*")) {
            throw new IllegalArgumentException("parameter " + id.getParameters().get(index) + " of channel " + id
                    + " is '" + segment + "', legal is a text without slash, asterisk, braces and control characters");
        }
        return segment;
    }
}
