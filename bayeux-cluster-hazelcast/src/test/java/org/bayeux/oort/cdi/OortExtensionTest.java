package org.bayeux.oort.cdi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OortExtensionTest {

    @Test
    void applicationWithoutHazelcastIsToldWhatIsMissing() throws IOException, ReflectiveOperationException {
        try (URLClassLoader application = new WithoutHazelcast()) {
            Class<?> type = application.loadClass(OortExtension.class.getName());
            Object extension = type.getConstructor().newInstance();
            Method addBeans = type.getDeclaredMethod("addBeans", BeforeBeanDiscovery.class);
            addBeans.setAccessible(true);

            assertThatThrownBy(() -> addBeans.invoke(extension, (Object) null))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(DefinitionException.class)
                    .hasMessageContaining("BYX-6025")
                    .hasMessageContaining("com.hazelcast:hazelcast");
        }
    }

    /** Has what this library consists of for itself, and does not find Hazelcast. */
    private static final class WithoutHazelcast extends URLClassLoader {

        WithoutHazelcast() {
            super(classPath(), OortExtensionTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.hazelcast.")) {
                throw new ClassNotFoundException(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null || !name.startsWith("org.bayeux.oort.")) {
                    return known == null ? super.loadClass(name, resolve) : known;
                }
                return findClass(name);
            }
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(it -> url(new File(it)))
                    .toArray(URL[]::new);
        }

        private static URL url(File file) {
            try {
                return file.toURI().toURL();
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
