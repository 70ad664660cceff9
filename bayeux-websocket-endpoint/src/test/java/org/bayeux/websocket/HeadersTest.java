package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void caseOfNamesDoesNotMatter() {
        Headers headers = Headers.copyOf(Map.of("x-many", List.of("1", "2")));

        assertThat(headers.all("X-Many")).containsExactly("1", "2");
        assertThat(headers.first("X-MANY")).contains("1");
    }

    @Test
    void missingHeaderHasNoValues() {
        Headers headers = Headers.copyOf(Map.of());

        assertThat(headers.all("x")).isEmpty();
        assertThat(headers.first("x")).isEmpty();
    }

    @Test
    void cookiesAreFoundInAllCookieHeaders() {
        Headers headers = Headers.copyOf(Map.of("cookie", List.of("a=1; b=\"2\";c=x=y", "d=4")));

        assertThat(headers.cookie("a")).contains("1");
        assertThat(headers.cookie("b")).contains("2");
        assertThat(headers.cookie("c")).contains("x=y");
        assertThat(headers.cookie("d")).contains("4");
        assertThat(headers.cookie("e")).isEmpty();
    }

    @Test
    void malformedCookiesAreIgnored() {
        Headers headers = Headers.copyOf(Map.of("Cookie", List.of(";;=;a;=b; c=\"")));

        assertThat(headers.cookie("a")).isEmpty();
        assertThat(headers.cookie("")).isEmpty();
        assertThat(headers.cookie("c")).contains("\"");
    }

    @Test
    void languagesComeBestFirst() {
        Headers headers = Headers.copyOf(Map.of("Accept-Language", List.of("en;q=0.5, de-CH, *;q=0.1")));

        assertThat(headers.languages()).containsExactly(Locale.forLanguageTag("de-CH"), Locale.ENGLISH);
    }

    @Test
    void thereIsAlwaysALanguage() {
        assertThat(Headers.copyOf(Map.of()).languages()).containsExactly(Locale.getDefault());
        assertThat(Headers.copyOf(Map.of("Accept-Language", List.of("?!;q=x"))).languages())
                .containsExactly(Locale.getDefault());
    }
}
