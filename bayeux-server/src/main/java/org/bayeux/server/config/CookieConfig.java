package org.bayeux.server.config;

import java.util.Optional;

/**
 * The cookie that ties HTTP sessions to the browser they were opened in (manual 7.3, table 6).
 *
 * <p>Immutable.
 *
 * @param name its name
 * @param domain its domain attribute
 * @param path its path attribute
 * @param secure whether it is sent over TLS only
 * @param httpOnly whether scripts cannot read it
 * @param sameSite its SameSite attribute: {@code Strict}, {@code Lax} or {@code None}
 */
public record CookieConfig(
        String name,
        Optional<String> domain,
        String path,
        boolean secure,
        boolean httpOnly,
        Optional<String> sameSite) {

    static CookieConfig read(OptionReader reader) {
        return new CookieConfig(
                reader.text("browserCookieName", "BAYEUX_BROWSER", "[A-Za-z0-9_.~!#$%&'*+^`|-]+"),
                reader.optionalText("browserCookieDomain", "[A-Za-z0-9.-]+"),
                reader.text("browserCookiePath", "/", "/[^;\\s]*"),
                reader.flag("browserCookieSecure", false),
                reader.flag("browserCookieHttpOnly", true),
                reader.optionalText("browserCookieSameSite", "Strict|Lax|None"));
    }

    /** The value of a {@code Set-Cookie} header that sets this cookie for as long as the browser runs. */
    public String header(String value) {
        StringBuilder header = new StringBuilder(name).append('=').append(value);
        domain.ifPresent(it -> header.append("; Domain=").append(it));
        header.append("; Path=").append(path);
        if (secure) {
            header.append("; Secure");
        }
        if (httpOnly) {
            header.append("; HttpOnly");
        }
        sameSite.ifPresent(it -> header.append("; SameSite=").append(it));
        return header.toString();
    }
}
