package org.bayeux.server.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bayeux.api.ChannelId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelPatternTest {

    @ParameterizedTest
    @CsvSource({
        "/news,                 /news",
        "/news/,                /news",
        "/news/*,               /news/*",
        "/news/**,              /news/**",
        "/news/{category},      /news/*",
        "/news/{a}/{b},         /news/**",
        "/news/{category}/all,  /news/**",
        "/{any},                /*",
        "/{any}/all,            /**",
    })
    void listensOnTheNarrowestChannelThatSeesAll(String name, String listeningOn) {
        ChannelPattern pattern = ChannelPattern.of(name);

        assertThat(pattern.listeningOn()).isEqualTo(listeningOn);
    }

    @Test
    void plainAndWildNamesBindNothing() {
        ChannelPattern pattern = ChannelPattern.of("/news/*");

        assertThat(pattern.bind(new ChannelId("/news/sport"))).contains(Map.of());
    }

    @Test
    void templateBindsItsParameters() {
        ChannelPattern pattern = ChannelPattern.of("/news/{category}/{event}");

        assertThat(pattern.bind(new ChannelId("/news/sport/final")))
                .contains(Map.of("category", "sport", "event", "final"));
    }

    @ParameterizedTest
    @CsvSource({"/news/sport", "/news/sport/final/today", "/olds/sport/final"})
    void templateRefusesChannelsOfAnotherShape(String channel) {
        ChannelPattern pattern = ChannelPattern.of("/news/{category}/{event}");

        assertThat(pattern.bind(new ChannelId(channel))).isEmpty();
    }

    @Test
    void templateComparesTheFixedSegmentsBehindParameters() {
        ChannelPattern pattern = ChannelPattern.of("/news/{category}/all");

        assertThat(pattern.bind(new ChannelId("/news/sport/all"))).contains(Map.of("category", "sport"));
        assertThat(pattern.bind(new ChannelId("/news/sport/some"))).isEmpty();
    }
}
