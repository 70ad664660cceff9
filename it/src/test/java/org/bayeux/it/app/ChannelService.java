package org.bayeux.it.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Subscription;
import org.bayeux.api.Message;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** Callbacks on broadcast channels, and what they saw. */
@Service
public class ChannelService {

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    @Configure("/configured")
    public void configure(ConfigurableServerChannel channel) {
        channel.setPersistent(true);
        channel.setAttribute("configured", Boolean.TRUE);
    }

    /** Stops what is forbidden. */
    @Listener("/moderated/**")
    public boolean moderate(ServerSession sender, ServerMessage message) {
        return !String.valueOf(message.getData()).contains("forbidden");
    }

    @Listener("/listened/{room}/{topic}")
    public void hear(
            ServerSession sender,
            ServerMessage.Mutable message,
            @Param("room") String room,
            @Param("topic") String topic) {
        count("listened " + room + " " + topic);
        sender.deliver(null, "/service/heard", Map.of("room", room, "topic", topic));
    }

    @Subscription("/watched/*")
    public void watch(Message message) {
        count("watched " + message.getChannel());
    }

    /** How often something was seen; 0 if never. */
    public int seen(String what) {
        AtomicInteger count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    private void count(String what) {
        counts.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
    }
}
