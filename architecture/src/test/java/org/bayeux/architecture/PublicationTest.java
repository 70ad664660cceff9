package org.bayeux.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is written outside the code agrees with the code. */
class PublicationTest {
    private static final Pattern BOM_ENTRY = Pattern.compile("<artifactId>(bayeux-[^<]+)</artifactId>\\s*<version>");
    /** Parts of the build that nobody depends on. */
    private static final List<String> NO_LIBRARIES = List.of("bayeux-bom", "bayeux-benchmark", "bayeux-benchmark-oort");

    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern CODE = Pattern.compile("\"BYX-(\\d{4})\\b");
    private static final Pattern LISTED_CODE = Pattern.compile("\\| *BYX-(\\d{4}) *\\|");

    @Test
    void theBomListsExactlyTheLibraries() {
        List<String> libraries = Workspace.modules().stream()
                .map(Path::toString)
                .filter(module -> module.startsWith("bayeux-") && !NO_LIBRARIES.contains(module))
                .toList();

        String bom = Workspace.read(Workspace.root().resolve("bayeux-bom/pom.xml"));

        assertThat(BOM_ENTRY.matcher(bom).results().map(entry -> entry.group(1)).filter(id -> !id.equals("bayeux-bom")))
                .containsExactlyInAnyOrderElementsOf(libraries);
    }

    @Test
    void theBomHasTheVersionOfItsModules() {
        assertThat(firstVersionIn("bayeux-bom/pom.xml")).isEqualTo(firstVersionIn("pom.xml"));
    }

    @Test
    void everyMessageCodeIsExplained() {
        String explained = Workspace.read(Workspace.root().resolve("docs/message-codes.md"));
        List<String> listed = LISTED_CODE
                .matcher(explained)
                .results()
                .map(code -> code.group(1))
                .toList();

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(codesInUse().keySet()).containsExactlyInAnyOrderElementsOf(listed);
    }

    /** The codes of all main sources, each with the file that uses it first. */
    private static Map<String, String> codesInUse() {
        Map<String, String> codes = new TreeMap<>();
        for (Path source : Workspace.mainSources()) {
            Matcher code = CODE.matcher(Workspace.read(source));
            while (code.find()) {
                codes.putIfAbsent(code.group(1), Workspace.shown(source));
            }
        }
        return codes;
    }

    private static String firstVersionIn(String pom) {
        Matcher version = VERSION.matcher(Workspace.read(Workspace.root().resolve(pom)));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
