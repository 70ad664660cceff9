package org.bayeux.jaxrs;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as JAX-RS sees it: without the type of its body, which the transport reads itself. Implementations that
 * know of a form read it, or its first byte, and keep a thread waiting for a client that sends none.
 */
final class UntypedRequest extends HttpServletRequestWrapper {

    UntypedRequest(HttpServletRequest request) {
        super(request);
    }

    /** The request with the type of its body. */
    static ServletRequest unwrap(ServletRequest request) {
        return request instanceof UntypedRequest untyped ? untyped.getRequest() : request;
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isType(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isType(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(UntypedRequest::isType);
        return Collections.enumeration(names);
    }

    private static boolean isType(String header) {
        return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(header);
    }
}
