package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.server.ext.AcknowledgedMessagesExtension;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The log tells what became of a message, and says nothing of what is in it. */
class StoryTest {

    private static final Logger LOG = Logger.getLogger("org.bayeux.server.story");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.setUseParentHandlers(false);
        LOG.addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(recorder);
        LOG.setUseParentHandlers(true);
        LOG.setLevel(null);
    }

    @Test
    @Tag("option:traceSessions")
    void wholeWayOfAMessageIsTold() {
        InMemoryServer server = InMemoryServer.start("traceSessions", "*");
        InMemoryClient publisher = server.polling().joins();
        InMemoryClient subscriber = server.socket().joins().subscribes("/a");
        records.clear();

        publisher.publishes("/a", "'hush'");

        String name = lines().get(0).replaceFirst(".*(message #\\p{XDigit}+ on /a).*", "$1");
        assertThat(lines())
                .containsSequence(
                        line(publisher, name + " has come over long-polling, " + size() + " characters"),
                        line(publisher, name + " has passed the extensions"))
                .contains(
                        line(publisher, name + ": policy and authorizers say yes"),
                        line(publisher, name + ": listeners say yes"),
                        line(publisher, name + " goes to 1 subscribers"),
                        line(subscriber, name + " from " + publisher.session() + " goes behind the 0 that wait"),
                        line(subscriber, "1 leave, 0 wait: " + name),
                        line(subscriber, "1 written"),
                        line(publisher, name + " is answered with success"));
        assertThat(lines()).noneMatch(it -> it.contains("hush"));
    }

    @Test
    void lifeOfASessionIsTold() {
        InMemoryServer server = InMemoryServer.start("traceSessions", "*");

        InMemoryClient client = server.polling().shakesHands();
        String userAgent = client.session().getUserAgent();
        client.connects().connects();
        server.clock().advanceMillis(60_000);

        assertThat(lines())
                .contains(
                        line(client, "has shaken hands over long-polling, user agent " + userAgent),
                        line(client, "its connect may be held for 30000 ms"),
                        line(client, "its connect was held for the whole time"),
                        line(client, "has ended: EXPIRED"));
    }

    @Test
    void refusalsAreTold() {
        InMemoryServer server = InMemoryServer.start("traceSessions", "*");
        server.channel("/a").addListener((ServerChannel.MessageListener) (from, channel, message) -> false);
        InMemoryClient client = server.socket().joins();

        client.sends("{'channel':'/a','clientId':'$id','data':1}");
        client.sends("{'channel':'/meta/subscribe','clientId':'$id','subscription':'/**'}");

        assertThat(lines())
                .anyMatch(it -> it.endsWith("listeners say 404::message_deleted"))
                .anyMatch(it -> it.endsWith("policy and authorizers say 403::subscribe_denied"))
                .anyMatch(it -> it.endsWith("is answered with 403::subscribe_denied"));
    }

    @Test
    void whatIsNotWrittenIsTold() {
        InMemoryServer server = InMemoryServer.start("traceSessions", "*");
        InMemoryClient client = server.socket().joins();
        client.writing(Writing.FAILING);

        client.session().deliver(null, "/service/a", 1);

        assertThat(lines())
                .anyMatch(it -> it.contains("1 not written, kept if the session lives: java.io.IOException"));
    }

    @Test
    void whatWaitsInVainIsTold() {
        InMemoryServer server = InMemoryServer.start("traceSessions", "*");
        InMemoryClient client = server.polling().shakesHands();
        client.session().deliver(null, "/service/a", 1);

        server.clock().advanceMillis(20_000);

        assertThat(lines()).contains(line(client, "1 that wait will never leave"), line(client, "has ended: EXPIRED"));
    }

    @Test
    void acknowledgementsAreTold() {
        InMemoryServer server = InMemoryServer.start("traceSessions", "*");
        server.bayeux().addExtension(new AcknowledgedMessagesExtension());
        InMemoryClient client = server.polling().shakesHandsWith("'ext':{'ack':true}");

        client.sends("{'channel':'/meta/connect','clientId':'$id','connectionType':'long-polling','ext':{'ack':7}}");

        assertThat(lines()).anyMatch(it -> it.endsWith("the client has everything up to connect 7"));
    }

    @Test
    void onlyChosenSessionsAreToldAndOnlyUntilTheyEnd() {
        InMemoryServer server = InMemoryServer.start();
        InMemoryClient chosen = server.socket().joins();
        InMemoryClient other = server.socket().joins();
        InMemoryServer traced = InMemoryServer.start("traceSessions", chosen.id() + ", another");

        other.publishes("/a", "1");
        chosen.publishes("/a", "1");
        traced.socket().joins();

        assertThat(records).isEmpty();
    }

    @Test
    void levelOfTheLogSwitchesTheStoryOnWithTheNextSweep() {
        InMemoryServer server = InMemoryServer.start();
        InMemoryClient client = server.socket().joins();
        LOG.setLevel(Level.FINE);
        client.publishes("/a", "1");
        assertThat(records).isEmpty();

        server.clock().advanceMillis(1_000);
        client.publishes("/a", "1");

        assertThat(records).isNotEmpty().allMatch(it -> it.getLevel() == Level.FINE);
    }

    @Test
    void clientsCannotForgeLinesOfTheLog() {
        InMemoryServer server = InMemoryServer.start("traceSessions", "*", "validateMessageFields", "false");
        InMemoryClient client = server.socket().joins();

        client.sends("{'channel':'/a\\nBYX-2001: forged\\u001b[0m\\u2028\\u202e','clientId':'$id','data':1}");

        assertThat(lines())
                .anyMatch(it -> it.contains("/a?BYX-2001: forged?[0m??"))
                .noneMatch(it -> it.chars().anyMatch(c -> c < ' ' || c == '\u2028' || c == '\u202e'));
    }

    @Test
    void wholeIdsAreNotTold() {
        InMemoryServer server = InMemoryServer.start("traceSessions", "*");

        InMemoryClient client = server.socket().joins();

        assertThat(lines()).isNotEmpty().noneMatch(it -> it.contains(client.id()));
    }

    private List<String> lines() {
        return records.stream().map(LogRecord::getMessage).toList();
    }

    private String size() {
        return lines().get(0).replaceFirst(".*, (\\d+) characters", "$1");
    }

    private static String line(InMemoryClient client, String step) {
        return "BYX-1311: session " + client.id().substring(0, 6) + "..: " + step;
    }
}
