package org.bayeux.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request as a container has it, in the parts that the transport asks for. */
@SuppressWarnings("unused") // called by Stub
final class TestRequest {

    final TestBody body = new TestBody();
    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, Object> contextAttributes = new HashMap<>();
    final Map<String, String[]> parameters = new HashMap<>();
    final Map<String, List<String>> headers = new HashMap<>();
    Cookie[] cookies;
    HttpSession session;
    Principal principal;
    String remoteHost = "192.0.2.7";
    long contentLength = -1;
    String contentType = "application/json";
    String method = "POST";
    String protocol = "HTTP/1.1";
    String query = "a=b";
    boolean asyncSupported = true;
    boolean suspended;
    Runnable whileSuspending = () -> {};
    boolean completed;
    long timeout = -1;
    AsyncListener listener;

    static TestRequest ofJson(String json) {
        TestRequest request = new TestRequest();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        request.contentLength = bytes.length;
        request.body.arrive(bytes);
        return request;
    }

    HttpServletRequest request() {
        return Stub.of(HttpServletRequest.class, this);
    }

    public long getContentLengthLong() {
        return contentLength;
    }

    public String getContentType() {
        return contentType;
    }

    public ServletInputStream getInputStream() {
        return body;
    }

    public String[] getParameterValues(String name) {
        return parameters.get(name);
    }

    public String getParameter(String name) {
        return parameters.containsKey(name) ? parameters.get(name)[0] : null;
    }

    public String getHeader(String name) {
        return headers.containsKey(name) ? headers.get(name).get(0) : null;
    }

    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(headers.getOrDefault(name, List.of()));
    }

    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.keySet());
    }

    public Cookie[] getCookies() {
        return cookies;
    }

    public HttpSession getSession(boolean create) {
        if (create) {
            throw new AssertionError("an HTTP session was created");
        }
        return session;
    }

    public Principal getUserPrincipal() {
        return principal;
    }

    public boolean isUserInRole(String role) {
        return principal != null && role.equals("member");
    }

    public String getRemoteAddr() {
        return remoteHost;
    }

    public int getRemotePort() {
        return 40_000;
    }

    public String getLocalAddr() {
        return "2001:db8::1";
    }

    public int getLocalPort() {
        return 8080;
    }

    public StringBuffer getRequestURL() {
        return new StringBuffer("http://example.org/app/cometd");
    }

    public String getQueryString() {
        return query;
    }

    public String getContextPath() {
        return "/app";
    }

    public String getProtocol() {
        return protocol;
    }

    public boolean isSecure() {
        return true;
    }

    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(Locale.FRENCH, Locale.ENGLISH));
    }

    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    public ServletContext getServletContext() {
        return Stub.of(ServletContext.class, new Object() {
            public Object getAttribute(String name) {
                return contextAttributes.get(name);
            }

            public String getInitParameter(String name) {
                return name.equals("known") ? "value" : null;
            }
        });
    }

    public String getMethod() {
        return method;
    }

    public boolean isAsyncSupported() {
        return asyncSupported;
    }

    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        if (suspended) {
            throw new IllegalStateException("suspended twice");
        }
        suspended = true;
        whileSuspending.run();
        return Stub.of(AsyncContext.class, new Object() {
            public void setTimeout(long millis) {
                timeout = millis;
            }

            public void addListener(AsyncListener added) {
                listener = added;
            }

            public void complete() {
                if (completed) {
                    throw new IllegalStateException("completed twice");
                }
                completed = true;
            }
        });
    }

    /** The container notices that the client has gone. */
    void loseClient() throws IOException {
        listener.onError(new AsyncEvent(null, null, null, new IOException("Connection reset")));
    }
}
