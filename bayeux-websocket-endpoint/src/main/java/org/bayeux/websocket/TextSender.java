package org.bayeux.websocket;

import jakarta.websocket.SendHandler;

/** Sends one text frame, as {@link jakarta.websocket.RemoteEndpoint.Async#sendText(String, SendHandler)} does. */
@FunctionalInterface
interface TextSender {

    /**
     * Begins to send.
     *
     * @param completion called once, from any thread, possibly before this method returns
     * @throws RuntimeException if nothing is sent; then it may or may not be called
     */
    void send(String text, SendHandler completion);
}
