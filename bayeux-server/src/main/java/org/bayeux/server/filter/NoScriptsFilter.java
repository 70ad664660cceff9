package org.bayeux.server.filter;

/**
 * Takes script elements out of texts that may hold other HTML. It is no complete sanitizer: a handler such as
 * {@code onclick} stays. Where clients need not send HTML, use {@link NoMarkupFilter}.
 *
 * <p>Immutable.
 */
public final class NoScriptsFilter extends RegexFilter {

    private static final String[] SCRIPTS = {
        // With its content, up to its end or to that of the text; then single tags that are left.
        "(?is)<\\s*script\\b.*?(?:<\\s*/\\s*script[^>]*>|\\z)", "(?is)<\\s*/\\s*script\\b[^>]*>?"
    };

    /** Made once, for any number of channels. */
    public NoScriptsFilter() {
        super(SCRIPTS, new String[] {"", ""});
    }
}
