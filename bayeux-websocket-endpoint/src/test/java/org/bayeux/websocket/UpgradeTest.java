package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpgradeTest {

    private final UpgradeFilter filter = new UpgradeFilter();
    private final List<Optional<HttpServletRequest>> seen = new ArrayList<>();
    private final FilterChain chain = (request, response) -> seen.add(filter.current());

    @Test
    void requestIsKnownWhileItIsUpgraded() throws ServletException, IOException {
        HttpServletRequest request = new TestUpgrade().servletRequest();

        filter.doFilter(request, Stub.of(ServletResponse.class, this), chain);

        assertThat(seen).containsExactly(Optional.of(request));
        assertThat(filter.current()).isEmpty();
    }

    @Test
    void otherRequestsPass() throws ServletException, IOException {
        HttpServletRequest request = Stub.of(HttpServletRequest.class, new Object() {
            @SuppressWarnings("unused")
            public String getHeader(String name) {
                return null;
            }
        });

        filter.doFilter(request, Stub.of(ServletResponse.class, this), chain);

        assertThat(seen).containsExactly(Optional.empty());
    }
}
