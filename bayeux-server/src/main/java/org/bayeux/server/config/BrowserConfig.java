package org.bayeux.server.config;

import java.time.Duration;

/**
 * How sessions (tabs, frames) of one browser share the few connections it opens (manual 9.3.10-12, table 6).
 *
 * <p>Immutable.
 *
 * @param maxSessionsPerBrowser how many connects of one browser are held over HTTP/1.1; negative: any number
 * @param http2MaxSessionsPerBrowser the same over HTTP/2
 * @param multiSessionInterval how long the sessions beyond that wait between polls; zero: they are refused
 */
public record BrowserConfig(int maxSessionsPerBrowser, int http2MaxSessionsPerBrowser, Duration multiSessionInterval) {

    static BrowserConfig read(OptionReader reader) {
        return new BrowserConfig(
                reader.number("maxSessionsPerBrowser", 1, -1),
                reader.number("http2MaxSessionsPerBrowser", -1, -1),
                Duration.ofMillis(Math.max(0, reader.number("multiSessionInterval", 2_000, -1))));
    }
}
