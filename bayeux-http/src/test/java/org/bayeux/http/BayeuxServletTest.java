package org.bayeux.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused") // called by Stub
class BayeuxServletTest {

    private final List<String> ended = new ArrayList<>();
    private final TestResponse response = new TestResponse();
    private final BayeuxServlet servlet = new BayeuxServlet();
    private Object application = Stub.of(BayeuxApplication.class, new Object() {
        public void stop() {
            ended.add("server");
        }
    });

    @Test
    void serverStopsBeforeTheServletGoes() throws ServletException {
        servlet.init(config());

        servlet.destroy();

        assertThat(ended).containsExactly("server");
    }

    @Test
    void servletThatWasNotInitializedHasNothingToDestroy() {
        servlet.destroy();

        assertThat(ended).isEmpty();
    }

    @Test
    void servletOfAnApplicationThatDidNotStartHasNothingToStop() throws ServletException {
        application = null;
        servlet.init(config());

        servlet.destroy();

        assertThat(ended).isEmpty();
    }

    @Test
    void serverThatDoesNotRunSaysSo() throws IOException {
        servlet.service(TestRequest.ofJson("[]").request(), response.response());

        assertThat(response.status).isEqualTo(503);
        assertThat(response.headers)
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin");
    }

    private ServletConfig config() {
        return Stub.of(ServletConfig.class, new Object() {
            public String getInitParameter(String name) {
                return null;
            }

            public ServletContext getServletContext() {
                return Stub.of(ServletContext.class, new Object() {
                    public Object getAttribute(String name) {
                        return name.equals(BayeuxApplication.ATTRIBUTE) ? application : null;
                    }
                });
            }
        });
    }
}
