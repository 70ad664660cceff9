package org.bayeux.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class ServiceTest {

    @Test
    void nameOfAServiceCanBeReadWithoutCdi() throws Exception {
        URL[] onlyOurs = {locationOf(Service.class), locationOf(Echo.class)};
        try (URLClassLoader plain = new URLClassLoader(onlyOurs, ClassLoader.getPlatformClassLoader())) {

            Annotation service = plain.loadClass(Echo.class.getName()).getAnnotations()[0];

            assertThat(service.annotationType().getName()).isEqualTo(Service.class.getName());
            assertThat(service.annotationType().getMethod("value").invoke(service))
                    .isEqualTo("echo");
            assertThatThrownBy(() -> plain.loadClass("jakarta.enterprise.inject.Stereotype"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void subclassOfAServiceIsNoService() {
        assertThat(LoudEcho.class.isAnnotationPresent(Service.class)).isFalse();
    }

    private static URL locationOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Service("echo")
    static class Echo {}

    static class LoudEcho extends Echo {}
}
