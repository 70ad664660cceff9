package org.bayeux.server.config;

import java.util.Optional;

/**
 * The cookie that ties HTTP sessions to the browser they were opened in (manual 7.3, table 6).
 *
 * <p>Immutable.
 *
 * @param enabled whether it is used at all
 * @param name its name
 * @param domain its domain attribute
 * @param path its path attribute
 * @param secure whether it is sent over TLS only; empty: if it was set over TLS
 * @param httpOnly whether scripts cannot read it
 * @param sameSite its SameSite attribute: {@code Strict}, {@code Lax} or {@code None}
 */
public record CookieConfig(
        boolean enabled,
        String name,
        Optional<String> domain,
        String path,
        Optional<Boolean> secure,
        boolean httpOnly,
        Optional<String> sameSite) {

    /** Pages of other sites need a cookie that browsers send along from there, so then the application has to choose. */
    static CookieConfig read(OptionReader reader, AllowedOrigins origins) {
        Optional<String> sameSite = reader.optionalText("browserCookieSameSite", "Strict|Lax|None");
        Optional<Boolean> secure = reader.optionalFlag("browserCookieSecure");
        if (sameSite.filter("None"::equals).isPresent() && secure.equals(Optional.of(false))) {
            reader.contradiction("option 'browserCookieSameSite' has the value 'None', legal is Strict or Lax with"
                    + " 'browserCookieSecure' false, since browsers refuse such a cookie");
        }
        return new CookieConfig(
                reader.flag("browserCookie", true),
                reader.text("browserCookieName", "BAYEUX_BROWSER", "[A-Za-z0-9_.~!#$%&'*+^`|-]+"),
                reader.optionalText("browserCookieDomain", "[A-Za-z0-9.-]+"),
                reader.text("browserCookiePath", "/", "/[^;\\s]*"),
                secure,
                reader.flag("browserCookieHttpOnly", true),
                sameSite.or(() -> origins.isEmpty() ? Optional.of("Lax") : Optional.empty()));
    }

    /**
     * The value of a {@code Set-Cookie} header that sets this cookie for as long as the browser runs.
     *
     * @param overTls whether it is set over TLS
     */
    public String header(String value, boolean overTls) {
        StringBuilder header = new StringBuilder(name).append('=').append(value);
        domain.ifPresent(it -> header.append("; Domain=").append(it));
        header.append("; Path=").append(path);
        if (secure.orElse(overTls)) {
            header.append("; Secure");
        }
        if (httpOnly) {
            header.append("; HttpOnly");
        }
        sameSite.ifPresent(it -> header.append("; SameSite=").append(it));
        return header.toString();
    }
}
