package org.bayeux.server.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Replaces in texts whatever fits a regular expression, again and again until nothing fits any more, so that a removal
 * cannot put together what it should remove.
 *
 * <p>Immutable.
 */
public class RegexFilter extends JSONDataFilter {

    /** A text that still changes after so many rounds grows with each, or was made to keep the server busy. */
    private static final int MOST_ROUNDS = 16;

    private final List<Replacement> replacements;

    /**
     * Replaces by pairs, one after the other.
     *
     * @param templates regular expressions as of {@link Pattern}
     * @param replacements what takes their place, as of {@link java.util.regex.Matcher#replaceAll(String)}
     * @throws IllegalArgumentException if there are not as many of these as of those, or an expression is illegal
     */
    public RegexFilter(String[] templates, String[] replacements) {
        if (templates.length != replacements.length) {
            throw new IllegalArgumentException(templates.length + " templates, but " + replacements.length
                    + " replacements: there must be one for each");
        }
        List<Replacement> pairs = new ArrayList<>();
        for (int i = 0; i < templates.length; i++) {
            pairs.add(new Replacement(Pattern.compile(templates[i]), replacements[i]));
        }
        this.replacements = List.copyOf(pairs);
    }

    /** {@inheritDoc} */
    @Override
    protected Object filterString(String text) {
        String filtered = text;
        for (Replacement replacement : replacements) {
            filtered = replacement.apply(filtered);
        }
        return filtered.equals(text) ? text : filtered;
    }

    private record Replacement(Pattern template, String by) {

        String apply(String text) {
            String current = text;
            for (int round = 0; round < MOST_ROUNDS; round++) {
                String next = template.matcher(current).replaceAll(by);
                if (next.equals(current)) {
                    return current;
                }
                current = next;
            }
            throw new DataFilter.AbortException(
                    "the text still fits " + template + " after " + MOST_ROUNDS + " rounds");
        }
    }
}
