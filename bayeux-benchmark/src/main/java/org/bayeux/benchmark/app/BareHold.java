package org.bayeux.benchmark.app;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The least that repeats messages to rooms over held HTTP requests of JAX-RS.
 *
 * <p>What long-polling can reach on a server at best. Thread-safe.
 */
@Path("poll")
public class BareHold {

    private static final BareRooms<Member> ROOMS = new BareRooms<>();
    private static final Map<String, Member> MEMBERS = new ConcurrentHashMap<>();

    /** A text of {@code BareWords}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.TEXT_PLAIN)
    public void message(String text, @Suspended AsyncResponse response) {
        switch (text.charAt(0)) {
            case 'H' -> hello(response);
            case 'J' -> {
                int blank = text.indexOf(' ');
                ROOMS.join(member(text.substring(1, blank)), text.substring(blank + 1));
                response.resume("\"/meta/connect\"");
            }
            case 'P' -> {
                publish(text);
                response.resume("ok");
            }
            default -> member(text.substring(1)).hold(response);
        }
    }

    private static void hello(AsyncResponse response) {
        String id = UUID.randomUUID().toString();
        MEMBERS.put(id, new Member());
        response.resume("{\"clientId\":\"" + id + "\"}");
    }

    private static Member member(String id) {
        Member member = MEMBERS.get(id);
        if (member == null) {
            throw new IllegalArgumentException("unknown client");
        }
        return member;
    }

    private static void publish(String text) {
        text.lines().skip(1).forEach(line -> {
            int blank = line.indexOf(' ');
            String body = line.substring(blank + 1);
            ROOMS.eachOf(line.substring(0, blank), member -> member.send(body));
        });
    }

    /** One client, with its held request if there is one. */
    private static final class Member {

        private final BareQueue queue = new BareQueue();
        private final AtomicReference<@Nullable AsyncResponse> held = new AtomicReference<>();

        void hold(AsyncResponse response) {
            held.set(response);
            write(queue.ready());
        }

        void send(String text) {
            write(queue.offer(text));
        }

        private void write(@Nullable String text) {
            AsyncResponse response = text == null ? null : held.getAndSet(null);
            if (response != null) {
                response.resume("\"/meta/connect\"" + text);
            }
        }
    }
}
