package org.bayeux.it.secured;

import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** Tells clients what is known of their request, one thing a line. */
@Service
public class ContextService {

    @Inject
    private BayeuxServer server;

    @Listener("/service/context")
    public void tell(ServerSession sender, ServerMessage message) {
        BayeuxContext context = server.getContext();
        Stream<Object> known = Stream.of(
                "URL " + context.getURL(),
                "path " + context.getContextPath(),
                "protocol " + context.getProtocol(),
                "secure " + context.isSecure(),
                "from " + host(context.getRemoteAddress()),
                "to " + host(context.getLocalAddress()),
                "header " + context.getHeader("x-one"),
                "headers " + context.getHeaderValues("X-Two"),
                "cookie " + context.getCookie("colour"),
                "parameter " + context.getParameter("p"),
                "parameters " + context.getParameterValues("p"),
                "languages "
                        + context.getLocales().stream()
                                .map(Locale::toLanguageTag)
                                .toList(),
                "HTTP session " + context.getHttpSessionId());
        sender.deliver(null, message.getChannel(), known.map(String::valueOf).collect(Collectors.joining("\n")));
    }

    private static boolean host(@Nullable InetSocketAddress address) {
        return address != null && address.getAddress().isLoopbackAddress() && address.getPort() > 0;
    }
}
