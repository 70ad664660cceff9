package org.bayeux.testkit.junit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code in the guide is code that is compiled here, and runs as a test. */
class GuideTest {

    private static final Path SHOWN = Path.of("src/test/java/org/bayeux/testkit/junit/examples/AuctionTest.java");
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everySnippetIsCompiled() throws IOException {
        String source = withoutIndentation(Files.readString(SHOWN));

        List<String> snippets = JAVA.matcher(Files.readString(Path.of("../docs/testing.md")))
                .results()
                .map(block -> withoutIndentation(block.group(1)))
                .toList();

        assertThat(snippets).isNotEmpty().allMatch(source::contains);
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n"));
    }
}
