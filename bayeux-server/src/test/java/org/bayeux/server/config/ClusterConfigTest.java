package org.bayeux.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterConfigTest {

    @Test
    void aServerObservesNothingUnlessItIsTold() {
        ClusterConfig cluster = ServerConfig.defaults().cluster();

        assertThat(cluster.enabled()).isTrue();
        assertThat(cluster.channels()).isEmpty();
        assertThat(cluster.cloud()).isEqualTo("bayeux");
        assertThat(cluster.url()).isEmpty();
        assertThat(cluster.secret()).isEmpty();
        assertThat(cluster.hazelcast()).isEmpty();
    }

    @Test
    void channelsAreReadWithBlanksAroundThem() {
        assertThat(ServerConfig.of(Map.of("oort.channels", "/stock/**, /forex/* ,/alerts"))
                        .cluster()
                        .channels())
                .containsExactly("/stock/**", "/forex/*", "/alerts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oort.enabled|maybe",
                "oort.url|two words",
                "oort.channels|/meta/**",
                "oort.channels|/service/x",
                "oort.channels|/a,,/b",
                "oort.channels|/news/{id}",
                "oort.channels|news",
                "oort.cloud|a b",
                "oort.secret|short",
                "oort.hazelcast|two words",
                "oort.hazelcast|ldap://elsewhere/x",
            })
    void whatIsIllegalIsRefused(String option, String value) {
        assertThatThrownBy(() -> ServerConfig.of(Map.of(option, value)))
                .isInstanceOf(IllegalConfigException.class)
                .hasMessageContaining("'" + option + "'");
    }

    @Test
    void theSecretIsNotShown() {
        ServerConfig config = ServerConfig.of(Map.of("oort.secret", "do not tell"));

        assertThat(config.cluster().toString()).doesNotContain("do not tell");
    }

    @Test
    void aRefusedSecretIsNotShownEither() {
        assertThatThrownBy(() -> ServerConfig.of(Map.of("oort.secret", "hush"))).hasMessageNotContaining("hush");
    }
}
