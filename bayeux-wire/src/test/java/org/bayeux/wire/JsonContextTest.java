package org.bayeux.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonContextTest {

    /** Stands for the library that an application adds. */
    public static final class Preferred implements JsonContext {

        private final JsonContext json = new JakartaJsonContext();

        @Override
        public JsonTokens tokens(String text) {
            return json.tokens(text);
        }

        @Override
        public Object readObject(String text, Type type) {
            return "read by the preferred library";
        }

        @Override
        public void writeObject(Object value, StringBuilder out) {
            out.append("\"written by the preferred library\"");
        }

        @Override
        public int priority() {
            return 10;
        }

        @Override
        public void close() {
            json.close();
        }
    }

    /** Stands for a library that only fills in. */
    public static final class Fallback implements JsonContext {

        private final JsonContext json = new JakartaJsonContext();

        @Override
        public JsonTokens tokens(String text) {
            return json.tokens(text);
        }

        @Override
        public Object readObject(String text, Type type) {
            return json.readObject(text, type);
        }

        @Override
        public void writeObject(Object value, StringBuilder out) {
            json.writeObject(value, out);
        }

        @Override
        public void close() {
            json.close();
        }
    }

    @Test
    void theContainersLibrariesAreTheDefault() {
        try (JsonContext json = JsonContext.load(getClass().getClassLoader())) {
            assertThat(json).isInstanceOf(JakartaJsonContext.class);
        }
    }

    @Test
    void theRegisteredLibraryWithTheHighestPriorityWins(@TempDir Path directory) throws Exception {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(JsonContext.class.getName()),
                Fallback.class.getName() + "\n" + Preferred.class.getName() + "\n");

        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
                JsonContext json = JsonContext.load(loader)) {
            assertThat(json).isInstanceOf(Preferred.class);
            assertThat(json.generate(new Object[] {1, getClass()}))
                    .isEqualTo("[1,\"written by the preferred library\"]");
            assertThat(json.<String>parse("{}", String.class)).isEqualTo("read by the preferred library");
        }
    }
}
