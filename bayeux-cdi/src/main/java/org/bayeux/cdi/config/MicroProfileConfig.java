package org.bayeux.cdi.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Asks MicroProfile Config, which not every server has. Stateless. */
final class MicroProfileConfig {

    private static final String PREFIX = "bayeux.";

    private MicroProfileConfig() {}

    /**
     * The options that it sets for the application of the calling thread, without their prefix: those of the given names,
     * and whatever else has the prefix, so that a misspelt name is found out.
     */
    static Map<String, String> read(Set<String> names) {
        return isThere() ? Asking.read(names) : Map.of();
    }

    private static boolean isThere() {
        try {
            Class.forName(
                    "org.eclipse.microprofile.config.ConfigProvider", false, MicroProfileConfig.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** A class of its own, so that nothing is linked where the library is missing. */
    private static final class Asking {

        private Asking() {}

        static Map<String, String> read(Set<String> names) {
            Config config;
            try {
                config = ConfigProvider.getConfig();
            } catch (IllegalStateException e) {
                // The API without an implementation, as some test set-ups have it.
                return Map.of();
            }
            Map<String, String> options = new TreeMap<>();
            for (String name : names) {
                // Asked by name as well, since variables of the environment are listed by another one.
                put(options, config, name);
            }
            for (String property : config.getPropertyNames()) {
                if (property.startsWith(PREFIX)) {
                    put(options, config, property.substring(PREFIX.length()));
                }
            }
            return options;
        }

        private static void put(Map<String, String> options, Config config, String name) {
            config.getOptionalValue(PREFIX + name, String.class).ifPresent(value -> options.put(name, value));
        }
    }
}
