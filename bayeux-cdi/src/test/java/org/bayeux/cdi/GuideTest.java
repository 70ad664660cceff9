package org.bayeux.cdi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bayeux.cdi.examples.ExampleApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code in the guides is code that is compiled here, and deploys. */
class GuideTest {

    /** Where each snippet stands; what needs Jackson, JUnit or Hazelcast is compiled in other modules. */
    private static final List<Path> EXAMPLES = List.of(
            Path.of("src/test/java/org/bayeux/cdi/examples"),
            Path.of("../bayeux-testkit/src/test/java/org/bayeux/testkit/junit/examples"),
            Path.of("../bayeux-cluster-hazelcast/src/test/java/org/bayeux/oort/examples"),
            Path.of("../it/src/test/java/org/bayeux/it/deploy/jsonb"),
            Path.of("../it/src/test/java/org/bayeux/it/deploy/guide"));

    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("pages")
    void everySnippetIsCompiled(Path page) {
        List<String> sources = sources();

        assertThat(snippets(page)).allMatch(snippet -> sources.stream().anyMatch(it -> it.contains(snippet)));
    }

    /** A page for each feature that an application has code for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "services.md",
                "events.md",
                "publishing.md",
                "scopes.md",
                "json.md",
                "extensions.md",
                "security.md"
            })
    void everyGuideHasCode(String guide) {
        assertThat(snippets(Path.of("../docs", guide))).isNotEmpty();
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> documents = Files.walk(Path.of("../docs"))) {
            List<Path> guides = documents
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "examples/chat/README.md")
                            .map(Path.of("..")::resolve),
                    guides.stream());
        }
    }

    private static List<String> snippets(Path page) {
        return JAVA.matcher(read(page))
                .results()
                .map(block -> withoutIndentation(block.group(1)))
                .toList();
    }

    @Test
    void theExamplesDeploy() {
        try (Deployment deployment = Deployment.of(ExampleApplication.classes())) {
            var client = Deployment.socket(deployment.start())
                    .subscribes("/prices/ACME")
                    .subscribes("/ticker");

            client.publishes("/chat/red", "{'who':'eve','text':'hi'}");
            ExampleApplication.changePrice(deployment::get);

            client.receives("{'channel':'/prices/ACME','data':{'symbol':'ACME','amount':7.5}}")
                    .receives("{'channel':'/ticker','data':{'symbol':'ACME','amount':7.5}}");
            assertThat(ExampleApplication.chatLog(deployment::get)).containsExactly("red: hi");
        }
    }

    private static List<String> sources() {
        return EXAMPLES.stream()
                .flatMap(GuideTest::filesIn)
                .map(GuideTest::read)
                .map(GuideTest::withoutIndentation)
                .toList();
    }

    private static Stream<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndentation(String code) {
        return code.lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .filter(line -> !line.isEmpty())
                .collect(joining("\n"));
    }
}
