package org.bayeux.server.filter;

/**
 * Makes texts safe to be put between HTML tags: what could begin a tag or a character reference is escaped. Text that
 * goes into attributes or scripts needs more, on the client.
 *
 * <p>Stateless.
 */
public final class NoMarkupFilter extends JSONDataFilter {

    /** Made once, for any number of channels. */
    public NoMarkupFilter() {}

    @Override
    protected Object filterString(String text) {
        if (text.indexOf('<') < 0 && text.indexOf('>') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
