package org.bayeux.websocket;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;

/**
 * An upgrade by which the Tyrus of Payara gets its connection with a {@link ConnectionGuard} (see docs/adr/0015), and gets it
 * without a name server. Upgrades of other kinds pass as they are.
 *
 * <p>Confined to the thread that performs the upgrade.
 */
final class TyrusUpgradeRequest extends HttpServletRequestWrapper {

    private static final String TYRUS = "org.glassfish.tyrus.servlet.";

    TyrusUpgradeRequest(HttpServletRequest request) {
        super(request);
    }

    /**
     * The address. Tyrus asks for the name at each upgrade, and Payara looks that up in DNS each time: the client would wait
     * for seconds where no name server knows the address.
     */
    @Override
    public String getLocalName() {
        return getLocalAddr();
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
