package org.bayeux.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestServletTest {

    private final TestServletContext context = new TestServletContext();

    @BeforeEach
    void serverHasJersey() {
        context.loader = loaderOf(RestServlet.JERSEY, getClass().getClassLoader());
    }

    @Test
    void pathAndAllBelowAreServed() throws ServletException {
        RestServlet.JERSEY.register(context.context(), "/a/b");

        assertThat(context.mappings).containsExactly("/a/b", "/a/b/*");
        assertThat(context.parameters)
                .containsEntry("jakarta.ws.rs.Application", LongPollingApplication.class.getName())
                .containsEntry("resteasy.servlet.mapping.prefix", "/a/b");
        assertThat(context.asynchronous).isTrue();
        assertThat(context.created).hasToString("class org.glassfish.jersey.servlet.ServletContainer");
    }

    @Test
    void takenPathStopsTheDeployment() {
        context.taken.add("/cometd/*");

        assertThatThrownBy(() -> RestServlet.JERSEY.register(context.context(), "/cometd"))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("BYX-3003")
                .hasMessageContaining("/cometd/*");
    }

    @Test
    void takenNameStopsTheDeployment() {
        context.nameIsTaken = true;

        assertThatThrownBy(() -> RestServlet.JERSEY.register(context.context(), "/cometd"))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("BYX-3002");
    }

    @Test
    void serverWithoutJaxRsStopsTheDeployment() {
        context.loader = getClass().getClassLoader();

        assertThatThrownBy(() -> RestServlet.of(context.context()))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("BYX-3001");
    }

    @Test
    void servletOfTheServerIsFound() throws ServletException {
        ClassLoader server = loaderOf(RestServlet.RESTEASY, getClass().getClassLoader());
        context.loader = new ClassLoader(server) {};

        assertThat(RestServlet.of(context.context())).isEqualTo(RestServlet.RESTEASY);
    }

    @Test
    void servletOfTheServerIsPreferredToOneInTheApplication() throws ServletException {
        ClassLoader server = loaderOf(RestServlet.JERSEY, getClass().getClassLoader());
        context.loader = loaderOf(RestServlet.RESTEASY, server);

        assertThat(RestServlet.of(context.context())).isEqualTo(RestServlet.JERSEY);
    }

    @Test
    void servletInTheApplicationServesWhereTheServerHasNone() throws ServletException {
        context.loader = loaderOf(RestServlet.RESTEASY, getClass().getClassLoader());

        assertThat(RestServlet.of(context.context())).isEqualTo(RestServlet.RESTEASY);
    }

    /** A class loader with an empty class of the name of the servlet. */
    private static ClassLoader loaderOf(RestServlet servlet, ClassLoader parent) {
        return new ClassLoader(parent) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (!name.equals(servlet.className())) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = EmptyClass.named(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    @SuppressWarnings("unused") // called by Stub
    private static final class TestServletContext {

        final List<String> mappings = new ArrayList<>();
        final Map<String, String> parameters = new HashMap<>();
        final Set<String> taken = new HashSet<>();
        ClassLoader loader = getClass().getClassLoader();
        Class<?> created;
        boolean nameIsTaken;
        boolean asynchronous;

        ServletContext context() {
            return Stub.of(ServletContext.class, this);
        }

        public ClassLoader getClassLoader() {
            return loader;
        }

        public Servlet createServlet(Class<?> type) {
            created = type;
            return Stub.of(Servlet.class, new Object());
        }

        public ServletRegistration.Dynamic addServlet(String name, Servlet servlet) {
            return nameIsTaken
                    ? null
                    : Stub.of(ServletRegistration.Dynamic.class, new Object() {
                        public boolean setInitParameter(String name, String value) {
                            return parameters.put(name, value) == null;
                        }

                        public void setAsyncSupported(boolean supported) {
                            asynchronous = supported;
                        }

                        public void setLoadOnStartup(int order) {}

                        public Set<String> addMapping(String... patterns) {
                            mappings.addAll(Arrays.asList(patterns));
                            return taken;
                        }
                    });
        }
    }
}
