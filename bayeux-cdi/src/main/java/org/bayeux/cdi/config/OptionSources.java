package org.bayeux.cdi.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The places that may set options. All results are named without the prefix.
 *
 * <p>Immutable.
 *
 * @param names of the options there are
 */
record OptionSources(Set<String> names) {

    private static final String PREFIX = "bayeux.";
    private static final String VARIABLE_PREFIX = "BAYEUX_";

    /** Everything below the prefix, legal or not, so that a misspelt name is found out. */
    Map<String, String> from(Map<String, String> properties) {
        Map<String, String> options = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                options.put(name.substring(PREFIX.length()), value);
            }
        });
        return options;
    }

    Map<String, String> from(Properties properties) {
        Map<String, String> texts = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return from(texts);
    }

    /**
     * The variables that spell an option in capitals, {@code BAYEUX_WS_IDLETIMEOUT} for {@code ws.idleTimeout}. Others
     * with the prefix are no mistake: orchestrators set some for every service of that name. One without text is not
     * set: there is no other way to take one back that an outer environment has.
     */
    Map<String, String> fromEnvironment(Map<String, String> variables) {
        Map<String, String> options = new TreeMap<>();
        for (String name : names) {
            String value = variables.get(variableOf(name));
            if (value != null && !value.isBlank()) {
                options.put(name, value);
            }
        }
        return options;
    }

    private static String variableOf(String name) {
        return VARIABLE_PREFIX + name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
