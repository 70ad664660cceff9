package org.bayeux.cdi.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bayeux.server.config.ServerConfig;
import org.jspecify.annotations.Nullable;

/**
 * All that can be set for the server of one application, read once from wherever it may be set.
 *
 * <p>MicroProfile Config, where the server has it, wins over system properties, those over environment variables, and
 * these over context parameters. Immutable.
 *
 * @param path where the server answers, below the context path
 * @param server the options of the server itself
 * @param jsonContext the name of the class that the option {@code jsonContext} asks for, if it is set
 */
public record Settings(String path, ServerConfig server, Optional<String> jsonContext) {

    private static final String DEFAULT_PATH = "/cometd";

    // Segments that mean the same in a servlet mapping and a WebSocket path.
    private static final String LEGAL_PATH = "(/[A-Za-z0-9._~-]+)+";

    /**
     * Reads MicroProfile Config, system properties, environment and context parameters.
     *
     * @param contextParameters those of the web application, with their prefix; empty if there is none
     * @throws IllegalArgumentException if an option is unknown or illegal; it names key, value and what is legal
     */
    public static Settings read(Map<String, String> contextParameters) {
        return read(
                System.getProperties(),
                System.getenv(),
                contextParameters,
                MicroProfileConfig.read(ServerConfig.names()));
    }

    static Settings read(
            Properties properties,
            Map<String, String> environment,
            Map<String, String> contextParameters,
            Map<String, String> microProfile) {
        OptionSources sources = new OptionSources(ServerConfig.names());
        Map<String, String> options = new TreeMap<>();
        options.putAll(sources.from(contextParameters));
        options.putAll(sources.fromEnvironment(environment));
        options.putAll(sources.from(properties));
        options.putAll(microProfile);
        return of(options);
    }

    /**
     * These options and no others, wherever some may be set.
     *
     * @param options by their names without prefix
     * @throws IllegalArgumentException if an option is unknown or illegal; it names key, value and what is legal
     */
    public static Settings of(Map<String, String> options) {
        List<String> problems = new ArrayList<>();
        String path = orTell(problems, () -> pathOf(options.get("path")));
        ServerConfig server = orTell(problems, () -> ServerConfig.of(options));
        if (path == null || server == null) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new Settings(path, server, Optional.ofNullable(options.get("jsonContext")));
    }

    private static <T> @Nullable T orTell(List<String> problems, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /**
     * The same settings, changed.
     *
     * @param change is given the options by their names, to be changed
     * @throws IllegalArgumentException if an option is unknown or illegal then, or the path has changed
     */
    public Settings changedBy(Consumer<Map<String, String>> change) {
        Map<String, String> options = new TreeMap<>(server.options());
        change.accept(options);
        Settings changed = of(options);
        if (!changed.path.equals(path)) {
            throw new IllegalArgumentException("option 'path' has the value '" + changed.path
                    + "', legal in a BayeuxConfigurer is '" + path + "' only, since clients are served there already");
        }
        return changed;
    }

    private static String pathOf(@Nullable String option) {
        if (option == null) {
            return DEFAULT_PATH;
        }
        String path = option.strip();
        if (!path.matches(LEGAL_PATH)) {
            throw new IllegalArgumentException("option 'path' has the value '" + option
                    + "', legal are segments of letters, digits and . _ ~ -, each behind a slash");
        }
        return path;
    }
}
