package org.bayeux.websocket;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.websocket.server.HandshakeRequest;
import java.net.URI;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An upgrade request, as Jakarta WebSocket and as the servlet container see it. */
final class TestUpgrade implements HandshakeRequest {

    final Map<String, List<String>> headers = new HashMap<>();
    final Map<String, Object> contextAttributes = new HashMap<>();
    final Map<String, Object> attributes = new HashMap<>();
    Cookie[] cookies;
    boolean secure;
    String protocol = "websocket";
    Principal principal;
    Principal servletUser;
    RuntimeException over;
    HttpSession session;
    HttpUpgradeHandler handler;
    String url = "https://example.org/app/cometd";

    ServletContext servletContext() {
        return Stub.of(ServletContext.class, new Object() {
            @SuppressWarnings("unused")
            public Object getAttribute(String name) {
                return contextAttributes.get(name);
            }

            @SuppressWarnings("unused")
            public String getInitParameter(String name) {
                return name.equals("known") ? "value" : null;
            }

            @SuppressWarnings("unused")
            public String getContextPath() {
                return "/app";
            }
        });
    }

    HttpServletRequest servletRequest() {
        return Stub.of(HttpServletRequest.class, new ServletSide());
    }

    @SuppressWarnings("unused") // called by Stub
    private final class ServletSide {

        public String getHeader(String name) {
            return name.equals("Upgrade")
                    ? protocol
                    : headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        }

        public Principal getUserPrincipal() {
            if (over != null) {
                throw over;
            }
            return servletUser;
        }

        public String getQueryString() {
            return "p=1&p=2";
        }

        public StringBuffer getRequestURL() {
            return new StringBuffer(url);
        }

        public String getRemoteAddr() {
            return "2001:db8::7";
        }

        public int getRemotePort() {
            return 40_000;
        }

        public String getLocalAddr() {
            return "gateway.invalid";
        }

        public String getLocalName() {
            throw new AssertionError("a name server was asked");
        }

        public int getLocalPort() {
            return 443;
        }

        public HttpSession getSession(boolean create) {
            if (create) {
                throw new AssertionError("an HTTP session was created");
            }
            return session;
        }

        public Cookie[] getCookies() {
            return cookies;
        }

        public boolean isSecure() {
            return secure;
        }

        public Object getAttribute(String name) {
            return attributes.get(name);
        }

        public void setAttribute(String name, Object value) {
            attributes.put(name, value);
        }

        public HttpUpgradeHandler upgrade(Class<? extends HttpUpgradeHandler> type)
                throws ReflectiveOperationException {
            handler = type.getConstructor().newInstance();
            return handler;
        }

        public String getProtocol() {
            return "HTTP/1.1";
        }
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return headers;
    }

    @Override
    public Principal getUserPrincipal() {
        return principal;
    }

    @Override
    public URI getRequestURI() {
        return URI.create("/app/cometd");
    }

    @Override
    public boolean isUserInRole(String role) {
        return role.equals("member");
    }

    @Override
    public Object getHttpSession() {
        throw new AssertionError("Liberty creates one");
    }

    @Override
    public Map<String, List<String>> getParameterMap() {
        return Map.of("p", List.of("1", "2"));
    }

    @Override
    public String getQueryString() {
        return "p=1&p=2";
    }
}
