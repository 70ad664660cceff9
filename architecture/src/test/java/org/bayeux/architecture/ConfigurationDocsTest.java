package org.bayeux.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bayeux.server.config.ServerConfig;
import org.junit.jupiter.api.Test;

/** The reference of the options is complete and tells of no others. */
class ConfigurationDocsTest {

    /** Longer ones first. */
    private static final List<String> TRANSPORTS =
            List.of("long-polling.json.", "long-polling.", "callback-polling.jsonp.", "callback-polling.", "ws.");

    private static final Pattern ROW = Pattern.compile("^\\| (`.*?`) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void everyOptionIsInTheTable() {
        Set<String> documented = documented();
        Set<String> missing = new TreeSet<>(ServerConfig.names());
        missing.removeIf(name -> documented.contains(name) || documented.contains(withoutTransport(name)));

        assertThat(missing).isEmpty();
    }

    @Test
    void theTableTellsOfNoOtherOptions() {
        Set<String> unknown = documented();
        unknown.removeAll(ServerConfig.names());
        unknown.remove("ws.enableExtension.<name>");

        assertThat(unknown).isEmpty();
    }

    static String withoutTransport(String name) {
        return TRANSPORTS.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
    }

    private static Set<String> documented() {
        Set<String> names = new TreeSet<>();
        Matcher row = ROW.matcher(Workspace.read(Workspace.root().resolve("docs/configuration.md")));
        while (row.find()) {
            Matcher name = NAME.matcher(row.group(1));
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }
}
