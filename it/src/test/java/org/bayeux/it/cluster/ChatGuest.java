package org.bayeux.it.cluster;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bayeux.it.cometd.CometdClient;
import org.bayeux.it.cometd.Connector;
import org.bayeux.it.cometd.Inbox;
import org.cometd.bayeux.Message;

/** A guest of the chat example, with a released client. Thread-safe. */
final class ChatGuest implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final CometdClient client;
    private final Inbox privateLines;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final List<Members> members = new CopyOnWriteArrayList<>();

    ChatGuest(Connector connector, URI url) {
        client = CometdClient.connected(connector, url);
        privateLines = client.listen("/service/privatechat");
    }

    /** What was said in a room. */
    record Line(long id, String name, String text) {

        private static Line of(Map<?, ?> data) {
            return new Line(
                    ((Number) data.get("id")).longValue(), (String) data.get("name"), (String) data.get("text"));
        }
    }

    private record Members(long version, List<?> names) {}

    /** Whether the name was free. */
    boolean enters(String name) {
        return client.call("enter", Map.of("name", name)).isSuccessful();
    }

    /** How many members the list of rooms tells of one. */
    long countsMembers(String room) {
        return list(client.call("rooms", Map.of()).getData()).stream()
                .map(it -> (Map<?, ?>) it)
                .filter(it -> room.equals(it.get("name")))
                .mapToLong(it -> ((Number) it.get("members")).longValue())
                .sum();
    }

    /** As the page does; what was said before comes back. */
    List<Line> joins(String room) {
        if (!client.call("join/" + room, Map.of()).isSuccessful()) {
            throw new AssertionError("cannot join " + room);
        }
        client.subscribe("/chat/" + room, (channel, message) -> lines.add(Line.of(message.getDataAsMap())));
        client.subscribe("/members/" + room, (channel, message) -> hears(message.getDataAsMap()));
        Map<String, Object> view = client.call("room/" + room, Map.of()).getDataAsMap();
        hears((Map<?, ?>) view.get("members"));
        return list(view.get("lines")).stream()
                .map(line -> Line.of((Map<?, ?>) line))
                .sorted(Comparator.comparing(Line::id))
                .toList();
    }

    private void hears(Map<?, ?> data) {
        members.add(new Members(((Number) data.get("version")).longValue(), list(data.get("names"))));
    }

    private static List<?> list(Object json) {
        return json instanceof Object[] array ? Arrays.asList(array) : (List<?>) json;
    }

    /** Says something, and waits until the server has taken it. */
    void says(String room, String text) {
        Message reply = client.publish("/chat/" + room, Map.of("text", text));
        if (!reply.isSuccessful()) {
            throw new AssertionError("refused: " + reply);
        }
    }

    /** Says something without waiting. */
    void saysSoon(String room, String text) {
        client.unwrap().getChannel("/chat/" + room).publish(Map.of("text", text));
    }

    /** Whether somebody of that name is there. */
    boolean whispers(String to, String text) {
        return client.publish("/service/privatechat", Map.of("to", to, "text", text))
                .isSuccessful();
    }

    String nextPrivateLine() {
        Map<String, Object> line = privateLines.next().getDataAsMap();
        return line.get("from") + " to " + line.get("to") + ": " + line.get("text");
    }

    /** What was heard, sorted as the page does. */
    List<Line> lines() {
        return lines.stream().sorted(Comparator.comparing(Line::id)).toList();
    }

    void awaitsLine(String name, String text) {
        await().atMost(SOON).until(() -> lines.stream()
                .anyMatch(it -> it.name().equals(name) && it.text().equals(text)));
    }

    /** Waits until the latest list of members has these names in this order. */
    void awaitsMembers(String... names) {
        await().atMost(SOON)
                .until(
                        () -> members.stream()
                                .max(Comparator.comparing(Members::version))
                                .orElseThrow()
                                .names(),
                        List.of(names)::equals);
    }

    void leaves() {
        client.disconnect();
    }

    @Override
    public void close() {
        client.close();
    }
}
