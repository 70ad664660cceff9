package org.bayeux.cdi.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Map<String, String> NONE = Map.of();

    @Test
    void nothingSetMeansTheDefaults() {
        Settings settings = Settings.read(new Properties(), NONE, NONE, NONE);

        assertThat(settings.path()).isEqualTo("/cometd");
        assertThat(settings.jsonContext()).isEmpty();
        assertThat(settings.server().longPolling().timeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void systemPropertyWinsOverEnvironmentAndThatOverContextParameter() {
        Map<String, String> parameters =
                Map.of("bayeux.timeout", "1", "bayeux.maxInterval", "1", "bayeux.sweepPeriod", "1");
        Map<String, String> environment = Map.of("BAYEUX_TIMEOUT", "2", "BAYEUX_MAXINTERVAL", "2");
        Properties properties = new Properties();
        properties.setProperty("bayeux.timeout", "3");

        Settings settings = Settings.read(properties, environment, parameters, NONE);

        assertThat(settings.server().longPolling().timeout()).isEqualTo(Duration.ofMillis(3));
        assertThat(settings.server().longPolling().maxInterval()).isEqualTo(Duration.ofMillis(2));
        assertThat(settings.server().sweepPeriod()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void microProfileConfigWinsOverAll() {
        Properties properties = new Properties();
        properties.setProperty("bayeux.timeout", "3");

        Settings settings = Settings.read(properties, NONE, NONE, Map.of("timeout", "4", "path", "/chat"));

        assertThat(settings.server().longPolling().timeout()).isEqualTo(Duration.ofMillis(4));
        assertThat(settings.path()).isEqualTo("/chat");
    }

    @Test
    void changeOfThePathIsTooLate() {
        Settings settings = Settings.read(new Properties(), NONE, NONE, NONE);

        assertThat(settings.changedBy(options -> options.put("interval", "5"))
                        .server()
                        .longPolling()
                        .interval())
                .isEqualTo(Duration.ofMillis(5));
        assertThatThrownBy(() -> settings.changedBy(options -> options.put("path", "/other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'/other'")
                .hasMessageContaining("'/cometd' only");
    }

    @Test
    void variablesSpellOptionsInCapitalsWithUnderscores() {
        Map<String, String> environment =
                Map.of("BAYEUX_WS_TIMEOUT", "5", "BAYEUX_LONG_POLLING_JSON_TIMEOUT", "6", "BAYEUX_PATH", "/chat");

        Settings settings = Settings.read(new Properties(), environment, NONE, NONE);

        assertThat(settings.server().webSocket().timeout()).isEqualTo(Duration.ofMillis(5));
        assertThat(settings.server().longPolling().timeout()).isEqualTo(Duration.ofMillis(6));
        assertThat(settings.path()).isEqualTo("/chat");
    }

    @Test
    void unknownVariablesAreSetByOthersAndIgnored() {
        Map<String, String> environment = Map.of("BAYEUX_SERVICE_HOST", "10.0.0.1", "BAYEUX_PORT", "tcp://10.0.0.1");

        Settings settings = Settings.read(new Properties(), environment, NONE, NONE);

        assertThat(settings.server().options()).isEmpty();
    }

    @Test
    void namesWithoutThePrefixAreOfNoConcern() {
        Settings settings =
                Settings.read(new Properties(), NONE, Map.of("timeout", "x", "other.bayeux.timeout", "y"), NONE);

        assertThat(settings.server().options()).isEmpty();
    }

    @Test
    void unknownOptionsAreRefusedWithASuggestion() {
        assertThatThrownBy(() -> Settings.read(new Properties(), NONE, Map.of("bayeux.timeuot", "1"), NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("timeuot")
                .hasMessageContaining("'timeout'");
    }

    @Test
    void illegalValuesAreRefusedWithWhatIsLegal() {
        assertThatThrownBy(() -> Settings.read(new Properties(), NONE, Map.of("bayeux.timeout", "soon"), NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'timeout'")
                .hasMessageContaining("'soon'")
                .hasMessageContaining("milliseconds");
    }

    @Test
    void illegalPathIsToldTogetherWithAllElse() {
        Map<String, String> parameters = Map.of("bayeux.path", "cometd", "bayeux.timeout", "soon");

        assertThatThrownBy(() -> Settings.read(new Properties(), NONE, parameters, NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'cometd'")
                .hasMessageContaining("'soon'");
    }

    @Test
    void emptyValueIsIllegalButAnEmptyVariableIsNotSet() {
        assertThatThrownBy(() -> Settings.read(new Properties(), NONE, Map.of("bayeux.timeout", ""), NONE))
                .hasMessageContaining("'timeout'");

        Settings settings = Settings.read(new Properties(), Map.of("BAYEUX_TIMEOUT", ""), NONE, NONE);
        assertThat(settings.server().options()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cometd", "/", "/cometd/", "/a//b", "/a/*", "/a b", "/{x}", "/a?b", "/a;b", "/ä"})
    void illegalPathsAreRefused(String path) {
        assertThatThrownBy(() -> Settings.read(new Properties(), NONE, Map.of("bayeux.path", path), NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'path'")
                .hasMessageContaining(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cometd", "/a/b-c/d.e_f~1"})
    void legalPathsAreKept(String path) {
        assertThat(Settings.read(new Properties(), NONE, Map.of("bayeux.path", path), NONE)
                        .path())
                .isEqualTo(path);
    }
}
