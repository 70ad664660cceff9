package org.bayeux.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused") // called by Stub
class LongPollingServletTest {

    private final List<String> ended = new ArrayList<>();
    private boolean initialized = true;
    private HttpServletRequest served;
    private Object application = Stub.of(BayeuxApplication.class, new Object() {
        public void stop() {
            ended.add("server");
        }
    });

    private final Servlet servlet = new LongPollingServlet(Stub.of(Servlet.class, new Object() {
        public ServletConfig getServletConfig() {
            return initialized ? config() : null;
        }

        public void service(ServletRequest request, ServletResponse response) {
            served = (HttpServletRequest) request;
        }

        public void destroy() {
            ended.add("JAX-RS");
        }
    }));

    @Test
    void serverStopsBeforeJaxRsGoes() {
        servlet.destroy();

        assertThat(ended).containsExactly("server", "JAX-RS");
    }

    @Test
    void servletThatWasNotInitializedHasNothingToDestroy() {
        initialized = false;

        servlet.destroy();

        assertThat(ended).isEmpty();
    }

    @Test
    void servletOfAnApplicationThatDidNotStartIsDestroyed() {
        application = null;

        servlet.destroy();

        assertThat(ended).containsExactly("JAX-RS");
    }

    @Test
    void jaxRsDoesNotLearnTheTypeOfTheBodyWhichItWouldRead() throws ServletException, IOException {
        TestRequest request = new TestRequest();
        request.contentType = "application/x-www-form-urlencoded";
        request.headers.put("content-type", List.of(request.contentType));
        request.headers.put("Accept", List.of("*/*"));

        servlet.service(request.request(), Stub.of(ServletResponse.class, this));

        assertThat(served.getContentType()).isNull();
        assertThat(served.getHeader("Content-Type")).isNull();
        assertThat(Collections.list(served.getHeaders("CONTENT-TYPE"))).isEmpty();
        assertThat(Collections.list(served.getHeaderNames())).containsExactly("Accept");
        assertThat(served.getHeader("Accept")).isEqualTo("*/*");
        assertThat(UntypedRequest.unwrap(served).getContentType()).isEqualTo(request.contentType);
    }

    @Test
    void jaxRsGoesEvenIfTheServerCannotStop() {
        application = Stub.of(BayeuxApplication.class, new Object() {
            public void stop() {
                throw new IllegalStateException("on purpose");
            }
        });

        assertThatThrownBy(servlet::destroy).hasMessage("on purpose");

        assertThat(ended).containsExactly("JAX-RS");
    }

    private ServletConfig config() {
        return Stub.of(ServletConfig.class, new Object() {
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
