package org.bayeux.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelIdTest {

    @Test
    void slashAtTheEndMakesNoDifference() {
        ChannelId id = new ChannelId("/a/b/");

        assertThat(id).isEqualTo(new ChannelId("/a/b")).hasSameHashCodeAs(new ChannelId("/a/b"));
        assertThat(id).hasToString("/a/b");
        assertThat(id.getId()).isEqualTo("/a/b");
    }

    @Test
    void differentNamesAreNotEqual() {
        ChannelId id = new ChannelId("/a/b");

        assertThat(id).isNotEqualTo(new ChannelId("/a/c")).isNotEqualTo("/a/b").isEqualTo(id);
    }

    @Test
    void illegalNameIsShownInOneLine() {
        assertThatThrownBy(() -> new ChannelId("/a\nb\u001b\u2028\u202e*"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Illegal channel \"/a?b???*\": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "a",
                "a/b",
                " /a",
                "/a//b",
                "/a//",
                "/ /a",
                "/*/a",
                "/**/a",
                "/a/**/*",
                "/a*",
                "/***",
                "/a/b*",
                "/{a",
                "/a}",
                "/{}",
                "/{a-b}",
                "/x{a}",
                "/{a}x",
                "/{a}{b}",
                "/{a}/{a}",
                "/{a}/*",
                "/{a}/b/**",
                "/{*}",
                "/{é}"
            })
    void nameThatBreaksARuleIsRefusedAndToldWhatIsLegal(String illegal) {
        assertThatThrownBy(() -> new ChannelId(illegal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Illegal channel \"")
                .hasMessageContaining("/a/{b}");
    }

    @ParameterizedTest
    @CsvSource({
        "/meta/connect,   true,  false, false",
        "/service/a,      false, true,  false",
        "/chat,           false, false, true",
        "/meta,           false, false, true",
        "/service,        false, false, true",
        "/metal/a,        false, false, true",
        "/**,             false, false, true",
        "/meta/*,         true,  false, false",
    })
    void firstSegmentTellsTheKind(String name, boolean meta, boolean service, boolean broadcast) {
        ChannelId id = new ChannelId(name);

        assertThat(id.isMeta()).isEqualTo(ChannelId.isMeta(name)).isEqualTo(meta);
        assertThat(id.isService()).isEqualTo(ChannelId.isService(name)).isEqualTo(service);
        assertThat(id.isBroadcast()).isEqualTo(ChannelId.isBroadcast(name)).isEqualTo(broadcast);
    }

    @ParameterizedTest
    @CsvSource({
        "/a,         false, false, false",
        "/a/*,       true,  false, false",
        "/*,         true,  false, false",
        "/a/**,      false, true,  false",
        "/{a},       false, false, true",
        "/a/{b_1}/c, false, false, true",
    })
    void nameIsPlainOrWildOrTemplate(String name, boolean shallow, boolean deep, boolean template) {
        ChannelId id = new ChannelId(name);

        assertThat(id.isShallowWild()).isEqualTo(shallow);
        assertThat(id.isDeepWild()).isEqualTo(deep);
        assertThat(id.isWild()).isEqualTo(shallow || deep);
        assertThat(id.isTemplate()).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource({
        "/a,       1, ,       /a",
        "/a/b,     2, /a,     /a/b",
        "/a/*,     2, /a,     /a",
        "/*,       1, ,       ",
        "/**,      1, ,       ",
        "/a/b/**,  3, /a/b,   /a/b",
        "/a/{b},   2, /a,     /a",
        "/a/{b}/c, 3, /a/{b}, /a",
        "/{a}/b,   2, /{a},   ",
    })
    void partsOfTheNameAreTold(String name, int depth, String parent, String regularPart) {
        ChannelId id = new ChannelId(name);

        assertThat(id.depth()).isEqualTo(depth);
        assertThat(id.getParent()).isEqualTo(parent);
        assertThat(id.getRegularPart()).isEqualTo(regularPart);
    }

    @Test
    void segmentsAreCountedFromZero() {
        ChannelId id = new ChannelId("/a/*");

        assertThat(id.getSegment(0)).isEqualTo("a");
        assertThat(id.getSegment(1)).isEqualTo("*");
        assertThat(id.getSegment(2)).isNull();
        assertThatThrownBy(() -> id.getSegment(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void wildNamesAboveAPlainNameComeClosestFirst() {
        ChannelId id = new ChannelId("/a/b/c");

        assertThat(id.getWilds()).containsExactly("/a/b/*", "/a/b/**", "/a/**", "/**");
        assertThat(id.getAllIds()).containsExactly("/a/b/c", "/a/b/*", "/a/b/**", "/a/**", "/**");
        assertThat(new ChannelId("/a").getWilds()).containsExactly("/*", "/**");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a/b/c", "/{a}", "/a/{b}", "/a/{b}/c", "/{a}/b/c", "/a/b/{c}/{d}"})
    void everyWildNameAboveMatches(String name) {
        ChannelId id = new ChannelId(name);

        assertThat(id.getWilds()).isNotEmpty().allMatch(wild -> new ChannelId(wild).matches(id));
    }

    @Test
    void wildNamesAboveATemplateHaveNoParameters() {
        assertThat(new ChannelId("/a/{b}").getWilds()).containsExactly("/a/*", "/a/**", "/**");
        assertThat(new ChannelId("/a/{b}/c").getWilds()).containsExactly("/a/**", "/**");
        assertThat(new ChannelId("/{a}/b").getWilds()).containsExactly("/**");
    }

    @Test
    void wildNameHasNoWildNamesAbove() {
        ChannelId id = new ChannelId("/a/*");

        assertThat(id.getWilds()).isEmpty();
        assertThat(id.getAllIds()).containsExactly("/a/*");
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b,    /a/b",
        "/a/*,    /a/b",
        "/*,      /a",
        "/a/**,   /a/b",
        "/a/**,   /a/b/c/d",
        "/**,     /a",
        "/**,     /a/b/c",
        "/a/*,    /a/*",
        "/a/**,   /a/**",
        "/a/{b},  /a/c",
        "/{a}/b/{c}, /x/b/y",
        "/a/{b},  /a/{b}",
        "/a/*,    /a/{b}",
        "/**,     /meta/connect",
    })
    void matches(String name, String channel) {
        assertThat(new ChannelId(name).matches(new ChannelId(channel))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b,    /a/c",
        "/a/b,    /a",
        "/a/*,    /a",
        "/a/*,    /a/b/c",
        "/a/*,    /b/c",
        "/a/*,    /ab/c",
        "/a/b/*,  /a/bb/c",
        "/a/**,   /a",
        "/a/**,   /ab/c",
        "/**,     /a/*",
        "/a/**,   /a/*",
        "/a/b,    /a/*",
        "/a/{b},  /a",
        "/a/{b},  /a/c/d",
        "/a/{b},  /b/c",
        "/a/{b},  /a/*",
        "/a/{b},  /a/{c}",
        "/a/c,    /a/{b}",
    })
    void doesNotMatch(String name, String channel) {
        assertThat(new ChannelId(name).matches(new ChannelId(channel))).isFalse();
    }

    @Test
    void templateTellsTheValuesOfItsParametersInOrder() {
        ChannelId template = new ChannelId("/news/{category}/{event}");

        Map<String, String> values = template.bind(new ChannelId("/news/technology/cometd"));

        assertThat(values).containsExactly(Map.entry("category", "technology"), Map.entry("event", "cometd"));
        assertThat(template.getParameters()).containsExactly("category", "event");
    }

    @ParameterizedTest
    @CsvSource({
        "/news/{category}/{event}, /news/weather",
        "/news/{category}/{event}, /news/sport/athletics/decathlon",
        "/news/{category},         /old/weather",
        "/news/{category},         /news/*",
        "/news/{category},         /news/{category}",
        "/news/weather,            /news/weather",
    })
    void nothingIsBoundIfTheNameDoesNotFit(String template, String target) {
        assertThat(new ChannelId(template).bind(new ChannelId(target))).isEmpty();
    }

    @Test
    void parentIsDirectlyAboveAndAncestorAnywhereAbove() {
        ChannelId a = new ChannelId("/a");

        assertThat(a.isParentOf(new ChannelId("/a/b"))).isTrue();
        assertThat(a.isParentOf(new ChannelId("/a/b/c"))).isFalse();
        assertThat(a.isAncestorOf(new ChannelId("/a/b"))).isTrue();
        assertThat(a.isAncestorOf(new ChannelId("/a/b/c"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/a, /a", "/a, /ab/c", "/a, /b/c", "/a/b, /a", "/*, /a/b", "/**, /a/b"})
    void isNotAbove(String name, String other) {
        assertThat(new ChannelId(name).isAncestorOf(new ChannelId(other))).isFalse();
        assertThat(new ChannelId(name).isParentOf(new ChannelId(other))).isFalse();
    }

    @Test
    void matchingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ChannelId target = new ChannelId("/a/b/c");
        ChannelId[] names = {
            new ChannelId("/a/b/*"), new ChannelId("/a/**"), new ChannelId("/a/{b}/c"), new ChannelId("/a/b/c")
        };
        int rounds = 10_000;
        countMatches(names, target, rounds);

        long before = threads.getCurrentThreadAllocatedBytes();
        int matches = countMatches(names, target, rounds);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(matches).isEqualTo(rounds * names.length);
        assertThat(allocated).as("bytes for all matches").isLessThan(rounds);
    }

    private static int countMatches(ChannelId[] names, ChannelId target, int rounds) {
        int matches = 0;
        for (int i = 0; i < rounds; i++) {
            for (ChannelId name : names) {
                matches += name.matches(target) ? 1 : 0;
            }
        }
        return matches;
    }
}
