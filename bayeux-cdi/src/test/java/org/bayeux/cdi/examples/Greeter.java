package org.bayeux.cdi.examples;

import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

@Service
public class Greeter {

    @Session
    private LocalSession self;

    /** Messages published to a room pass here first; false keeps them from everybody else. */
    @Listener("/chat/{room}")
    public boolean onChat(ServerSession from, ServerMessage.Mutable message, @Param("room") String room) {
        return !room.equals("closed");
    }

    /** The client's {@code remoteCall('greet', 'Ada', callback)} gets the answer. */
    @RemoteCall("greet")
    public String greet(String name) {
        self.getChannel("/greetings").publish(name + " was greeted");
        return "Hello, " + name;
    }
}
