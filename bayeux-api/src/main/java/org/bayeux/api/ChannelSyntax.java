package org.bayeux.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules for the structure of channel names.
 *
 * <p>Stateless. Source: appendix C, channels; manual, 9.3.3.8 for templates.
 */
final class ChannelSyntax {

    private static final int SHOWN = 100;

    /** Ends a line, or makes it look like another one. */
    private static final Pattern MISLEADING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private ChannelSyntax() {}

    /** Returns the name without the slash that may end it. */
    static String normalize(String id) {
        int last = id.length() - 1;
        return last > 0 && id.charAt(last) == '/' ? id.substring(0, last) : id;
    }

    /**
     * Takes a normalized name apart and checks each segment.
     *
     * @throws IllegalArgumentException if the name breaks a rule
     */
    static String[] split(String id) {
        if (id.length() < 2 || id.charAt(0) != '/') {
            throw illegal(id, "it must be a slash followed by something");
        }
        List<String> segments = new ArrayList<>();
        int start = 1;
        while (start <= id.length()) {
            if (segments.size() == ChannelId.MAX_DEPTH) {
                throw illegal(id, "it has more than " + ChannelId.MAX_DEPTH + " segments");
            }
            int slash = id.indexOf('/', start);
            int end = slash < 0 ? id.length() : slash;
            segments.add(checked(id, id.substring(start, end), slash < 0));
            start = end + 1;
        }
        return segments.toArray(String[]::new);
    }

    /**
     * Lists the names of the parameters in their order.
     *
     * @throws IllegalArgumentException if a name is there twice, or the last segment is a wildcard
     */
    static List<String> parameters(String id, String[] segments) {
        List<String> names = new ArrayList<>();
        for (String segment : segments) {
            if (isParameter(segment)) {
                String name = parameterName(segment);
                if (names.contains(name)) {
                    throw illegal(id, "parameter " + name + " is there twice");
                }
                names.add(name);
            }
        }
        if (!names.isEmpty() && isWildcard(segments[segments.length - 1])) {
            throw illegal(id, "a template cannot end with a wildcard");
        }
        return List.copyOf(names);
    }

    /** Tells whether a segment that passed the checks is a parameter. */
    static boolean isParameter(String segment) {
        return segment.charAt(0) == '{';
    }

    static String parameterName(String segment) {
        return segment.substring(1, segment.length() - 1);
    }

    private static boolean isWildcard(String segment) {
        return segment.equals(ChannelId.WILD) || segment.equals(ChannelId.DEEPWILD);
    }

    private static String checked(String id, String segment, boolean last) {
        if (segment.isBlank()) {
            throw illegal(id, "a segment is empty");
        }
        if (segment.indexOf('*') >= 0 && !(last && isWildcard(segment))) {
            throw illegal(id, "a wildcard is legal only as the whole last segment");
        }
        if ((segment.indexOf('{') >= 0 || segment.indexOf('}') >= 0) && !isWellFormedParameter(segment)) {
            throw illegal(id, "braces are legal only around a whole segment of letters, digits and underscores");
        }
        return segment;
    }

    private static boolean isWellFormedParameter(String segment) {
        int last = segment.length() - 1;
        return last > 1
                && segment.charAt(0) == '{'
                && segment.charAt(last) == '}'
                && segment.chars().skip(1).limit(last - 1L).allMatch(ChannelSyntax::isLegalInParameterName);
    }

    private static boolean isLegalInParameterName(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private static IllegalArgumentException illegal(String id, String reason) {
        // Names may come from outside, and exceptions end in logs.
        String start = id.length() > SHOWN ? id.substring(0, SHOWN) + ".." : id;
        String shown = MISLEADING.matcher(start).replaceAll("?");
        return new IllegalArgumentException(
                "Illegal channel \"" + shown + "\": " + reason + ". Legal are names like /a/b, /a/*, /a/** and /a/{b}");
    }
}
