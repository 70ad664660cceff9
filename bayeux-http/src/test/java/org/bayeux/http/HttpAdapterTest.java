package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused") // called by Stub
class HttpAdapterTest {

    private static final String MESSAGE = "{\"channel\":\"/a\",\"id\":\"1\"}";

    private final List<String> mappings = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final TestResponse response = new TestResponse();
    private final HttpAdapter adapter = new HttpAdapter();
    private boolean nameIsTaken;
    private boolean asynchronous;
    private int order = -1;
    private Servlet servlet;

    @Test
    void pathAndAllBelowAreServed() throws ServletException {
        adapter.register(context(), "/a/b");

        assertThat(mappings).containsExactly("/a/b", "/a/b/*");
        assertThat(asynchronous).isTrue();
        assertThat(order).isPositive();
    }

    @Test
    void takenPathStopsTheDeployment() {
        taken.add("/cometd/*");

        assertThatThrownBy(() -> adapter.register(context(), "/cometd"))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("BYX-3003")
                .hasMessageContaining("/cometd/*");
    }

    @Test
    void takenNameStopsTheDeployment() {
        nameIsTaken = true;

        assertThatThrownBy(() -> adapter.register(context(), "/cometd"))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("BYX-3002");
    }

    @Test
    void requestsAreServedFromStartToStop() throws ServletException, IOException {
        adapter.register(context(), "/cometd");

        assertThat(statusOfARequest()).isEqualTo(503);
        adapter.start(context(), new TestEngine());
        assertThat(statusOfARequest()).isEqualTo(200);
        adapter.stop();
        assertThat(statusOfARequest()).isEqualTo(503);
    }

    private int statusOfARequest() throws ServletException, IOException {
        servlet.service(TestRequest.ofJson(MESSAGE).request(), response.response());
        return response.status;
    }

    private ServletContext context() {
        return Stub.of(ServletContext.class, new Object() {
            public ServletRegistration.Dynamic addServlet(String name, Servlet added) {
                servlet = added;
                return nameIsTaken
                        ? null
                        : Stub.of(ServletRegistration.Dynamic.class, new Object() {
                            public void setAsyncSupported(boolean supported) {
                                asynchronous = supported;
                            }

                            public void setLoadOnStartup(int position) {
                                order = position;
                            }

                            public Set<String> addMapping(String... patterns) {
                                mappings.addAll(List.of(patterns));
                                return taken;
                            }
                        });
            }
        });
    }
}
