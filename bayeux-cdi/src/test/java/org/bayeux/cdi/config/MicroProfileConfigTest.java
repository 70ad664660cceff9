package org.bayeux.cdi.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How MicroProfile Config is asked; a real one is asked in the integration tests. */
class MicroProfileConfigTest {

    @AfterEach
    void forget() {
        ConfigProviderResolver.setInstance(null);
    }

    @Test
    void optionsAreAskedByNameAlthoughTheyAreNotListed() {
        configured(Map.of("bayeux.timeout", "5", "other.timeout", "6"), Set.of());

        assertThat(MicroProfileConfig.read(Set.of("timeout", "interval"))).isEqualTo(Map.of("timeout", "5"));
    }

    @Test
    void misspeltOptionIsFoundOut() {
        configured(Map.of("bayeux.timeuot", "5", "other", "6"), Set.of("bayeux.timeuot", "other"));

        assertThat(MicroProfileConfig.read(Set.of("timeout"))).isEqualTo(Map.of("timeuot", "5"));
    }

    @Test
    void libraryWithoutImplementationSetsNothing() {
        assertThat(MicroProfileConfig.read(Set.of("timeout"))).isEmpty();
    }

    private static void configured(Map<String, String> values, Set<String> listed) {
        Config config = (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getOptionalValue" -> Optional.ofNullable(values.get(arguments[0]));
                    case "getPropertyNames" -> listed;
                    default -> throw new AssertionError(method);
                });
        ConfigProviderResolver.setInstance(new Resolver(config));
    }

    private static final class Resolver extends ConfigProviderResolver {

        private final Config config;

        Resolver(Config config) {
            this.config = config;
        }

        @Override
        public Config getConfig() {
            return config;
        }

        @Override
        public Config getConfig(ClassLoader loader) {
            return config;
        }

        @Override
        public ConfigBuilder getBuilder() {
            throw new AssertionError("nothing is built");
        }

        @Override
        public void registerConfig(Config other, ClassLoader loader) {
            throw new AssertionError("nothing is registered");
        }

        @Override
        public void releaseConfig(Config other) {
            throw new AssertionError("nothing is released");
        }
    }
}
