package org.bayeux.websocket;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;

/**
 * An upgrade by which the Tyrus of Payara gets its connection with a {@link ConnectionGuard} (see docs/adr/0015). Upgrades of
 * other kinds pass as they are.
 *
 * <p>Confined to the thread that performs the upgrade.
 */
final class TyrusUpgradeRequest extends HttpServletRequestWrapper {

    private static final String TYRUS = "org.glassfish.tyrus.servlet.";

    TyrusUpgradeRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> handlerClass) throws IOException, ServletException {
        if (!handlerClass.getName().startsWith(TYRUS)) {
            return super.upgrade(handlerClass);
        }
        T handler;
        try {
            handler = handlerClass.getConstructor().newInstance();
        } catch (ReflectiveOperationException | RuntimeException e) {
            WebSocketLog.unguarded(e);
            return super.upgrade(handlerClass);
        }
        super.upgrade(GuardedUpgradeHandler.class).guard(handler);
        return handler;
    }
}
