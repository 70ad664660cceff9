package org.bayeux.it.deploy.neighbours;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** Says hello by a WebSocket. */
@ServerEndpoint("/own")
public class HelloEndpoint {

    @OnMessage
    public String hello(String name) {
        return "hello " + name;
    }
}
