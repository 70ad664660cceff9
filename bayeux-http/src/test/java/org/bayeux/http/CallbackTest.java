package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"f", "_f", "$", "a.b", "jQuery123_456", "window.org.cometd.$1", "a1.b2"})
    void functionsHaveNamesOfPartsJoinedByDots(String name) throws Refused {
        assertThat(script(Callback.of(List.of(name)), "[]")).isEqualTo("/**/" + name + "([]);");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1a",
                "a.",
                ".a",
                "a..b",
                "a.1",
                "a b",
                "a-b",
                "a[0]",
                "a['b']",
                "alert(1)",
                "alert(1);f",
                "f//",
                "f/*",
                "a\nb",
                "a\n",
                "<script>",
                "f\u2028",
                "\u0444",
                "a%0Ab",
                "a;b",
                "a=b"
            })
    void allElseIsRefusedAndNotRepeated(String name) {
        assertThatThrownBy(() -> Callback.of(List.of(name)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.status()).isEqualTo(400))
                .hasMessage("The callback is not the name of one function");
    }

    @Test
    void longestNameHas128Characters() throws Refused {
        Callback.of(List.of("a".repeat(128)));

        assertThatThrownBy(() -> Callback.of(List.of("a".repeat(129)))).isInstanceOf(Refused.class);
    }

    @Test
    void severalNamesAreRefused() {
        assertThatThrownBy(() -> Callback.of(List.of("a", "a"))).isInstanceOf(Refused.class);
    }

    @Test
    void nameMayBeLeftOut() throws Refused {
        assertThat(script(Callback.of(List.of()), "[1]")).isEqualTo("/**/jsonpcallback([1]);");
    }

    @Test
    void whatWouldEndAScriptOrALineIsEscaped() throws Refused {
        String json = "[\"a</script>b<\\/c\u2028d\u2029e<!-- \u20AC\"]";

        assertThat(script(Callback.of(List.of("f")), json))
                .isEqualTo("/**/f([\"a<\\/script>b<\\/c\\u2028d\\u2029e<!-- \u20AC\"]);");
    }

    private static String script(Callback callback, String json) {
        return new String(callback.scriptOf(json), StandardCharsets.UTF_8);
    }
}
