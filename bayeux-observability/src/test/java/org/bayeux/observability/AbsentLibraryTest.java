package org.bayeux.observability;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an application gets that has not all of the libraries. */
class AbsentLibraryTest {

    @ParameterizedTest
    @CsvSource({
        "org.eclipse.microprofile., MicrometerMetrics OpenTelemetryMetrics OpenTelemetryTracing",
        "io.micrometer., ServerReadiness OpenTelemetryMetrics OpenTelemetryTracing",
        "io.opentelemetry., ServerReadiness MicrometerMetrics"
    })
    void theBeansOfAnAbsentLibraryAreNotThereAndTheOthersAre(String absent, String present) throws Exception {
        assertThat(String.join(" ", beansWithout(absent))).isEqualTo(present);
    }

    @Test
    void withoutAnyLibraryThereIsNothing() throws Exception {
        assertThat(beansWithout("org.eclipse.microprofile.", "io.micrometer.", "io.opentelemetry."))
                .isEmpty();
    }

    private static List<String> beansWithout(String... absent) throws Exception {
        List<String> added = new ArrayList<>();
        Class<?> extension = new Lacking(absent).loadClass(ObservabilityExtension.class.getName());
        Method adding = extension.getDeclaredMethod("addWatchers", BeforeBeanDiscovery.class);
        adding.setAccessible(true);
        adding.invoke(
                extension.getConstructor().newInstance(),
                Proxy.newProxyInstance(
                        BeforeBeanDiscovery.class.getClassLoader(),
                        new Class<?>[] {BeforeBeanDiscovery.class},
                        (proxy, method, arguments) -> {
                            Class<?> bean = (Class<?>) arguments[0];
                            // As CDI does, which needs all types that these mention.
                            bean.getDeclaredConstructors();
                            bean.getDeclaredMethods();
                            bean.getDeclaredFields();
                            added.add(bean.getSimpleName());
                            return null;
                        }));
        return added;
    }

    /** Loads this module anew, without some libraries. */
    private static final class Lacking extends ClassLoader {

        private static final String OWN = ObservabilityExtension.class.getPackageName() + ".";

        private final List<String> absent;

        private Lacking(String... absent) {
            super(AbsentLibraryTest.class.getClassLoader());
            this.absent = List.of(absent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (absent.stream().anyMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith(OWN) ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
