package org.bayeux.testkit.junit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bayeux.cdi.config.Settings;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Reads the options of a test. */
final class TestOptions {

    private TestOptions() {}

    /** By their names, all legal. */
    static Map<String, String> read(String[] config) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : config) {
            int sign = option.indexOf('=');
            if (sign < 1) {
                throw new ExtensionConfigurationException("the option \"" + option + "\" is not name=value");
            }
            String name = option.substring(0, sign).strip();
            if (options.put(name, option.substring(sign + 1).strip()) != null) {
                throw new ExtensionConfigurationException("the option " + name + " is set twice");
            }
        }
        try {
            Settings.of(options);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(e.getMessage() + "; correct the config of @BayeuxTest", e);
        }
        return options;
    }
}
