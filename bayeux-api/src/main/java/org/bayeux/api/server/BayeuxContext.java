package org.bayeux.api.server;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the request that carried a message: who sent it, from where, with which headers.
 *
 * <p>Over HTTP it describes the request of the message. Over WebSocket it describes the upgrade
 * request, captured once when the connection was opened. Get it anew for every message and do not
 * keep it. Safe to read from any thread. Source: manual, 9.3.8.
 */
public interface BayeuxContext {

    /**
     * Returns the user the container authenticated.
     *
     * @return the user, or null if nobody is logged in
     */
    @Nullable
    Principal getUserPrincipal();

    /** Tells whether the user the container authenticated has a role; false if nobody is logged in. */
    boolean isUserInRole(String role);

    /**
     * Returns the other end of the network connection, which may be a proxy.
     *
     * @return the address, or null if the container does not tell
     */
    @Nullable
    InetSocketAddress getRemoteAddress();

    /**
     * Returns this end of the network connection.
     *
     * @return the address, or null if the container does not tell
     */
    @Nullable
    InetSocketAddress getLocalAddress();

    /**
     * Returns the first value of a header.
     *
     * @param name case does not matter
     * @return the value, or null if the request has no such header
     */
    @Nullable
    String getHeader(String name);

    /**
     * Returns all values of a header in their order.
     *
     * @param name case does not matter
     * @return an unmodifiable list, empty if the request has no such header
     */
    List<String> getHeaderValues(String name);

    /**
     * Returns the first value of a request parameter.
     *
     * @return the value, or null if the request has no such parameter
     */
    @Nullable
    String getParameter(String name);

    /**
     * Returns all values of a request parameter in their order.
     *
     * @return an unmodifiable list, empty if the request has no such parameter
     */
    List<String> getParameterValues(String name);

    /**
     * Returns the value of a cookie.
     *
     * @return the value, or null if the request has no such cookie
     */
    @Nullable
    String getCookie(String name);

    /**
     * Returns the id of the HTTP session. No session is created by asking.
     *
     * @return the id, or null if there is no HTTP session
     */
    @Nullable
    String getHttpSessionId();

    /**
     * Returns an attribute of the HTTP session.
     *
     * @return the attribute, or null if there is no HTTP session or no such attribute
     */
    @Nullable
    Object getHttpSessionAttribute(String name);

    /**
     * Sets an attribute of the HTTP session. Attributes of the {@link ServerSession} are usually the
     * better place.
     *
     * @param value the attribute; null removes it
     * @throws IllegalStateException if there is no HTTP session
     */
    void setHttpSessionAttribute(String name, @Nullable Object value);

    /** Ends the HTTP session; does nothing if there is none. */
    void invalidateHttpSession();

    /**
     * Returns an attribute of the request.
     *
     * @return the attribute, or null if there is none of that name
     */
    @Nullable
    Object getRequestAttribute(String name);

    /**
     * Sets an attribute of the request. Over WebSocket it lasts as long as the connection, for a local
     * session as long as its client.
     *
     * @param value the attribute; null removes it
     */
    void setRequestAttribute(String name, @Nullable Object value);

    /**
     * Returns an attribute of the servlet context.
     *
     * @return the attribute, or null if there is none of that name
     */
    @Nullable
    Object getContextAttribute(String name);

    /**
     * Returns an initialisation parameter of the servlet context.
     *
     * @return the parameter, or null if there is none of that name
     */
    @Nullable
    String getContextInitParameter(String name);

    /**
     * Returns the path of the application on its server.
     *
     * @return the path, empty for the root; null if the container does not tell
     */
    default @Nullable String getContextPath() {
        return null;
    }

    /** Returns the full address of the request, with its query if it has one. */
    String getURL();

    /** Lists the languages the client prefers, the best first; never empty. */
    List<Locale> getLocales();

    /**
     * Returns name and version of the protocol below, such as {@code HTTP/1.1}.
     *
     * @return the protocol, or null if the container does not tell
     */
    default @Nullable String getProtocol() {
        return null;
    }

    /** Tells whether the connection is encrypted; by default judged by the address. */
    default boolean isSecure() {
        String url = getURL();
        return url.startsWith("https:") || url.startsWith("wss:");
    }
}
