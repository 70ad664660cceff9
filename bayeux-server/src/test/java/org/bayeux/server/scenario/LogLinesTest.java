package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.server.filter.DataFilterMessageListener;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients choose the names of channels, and no name forges a line of the log. */
class LogLinesTest {

    private static final String FORGED = "/a\\nBYX-2001: forged\\u001b[0m\\u2028\\u202e";
    private static final String SHOWN = "/a?BYX-2001: forged?[0m??";
    private static final Logger LOG = Logger.getLogger("org.bayeux.server");

    private final InMemoryServer server = InMemoryServer.start("validateMessageFields", "false");
    private final InMemoryClient client = server.socket().joins();
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
    }

    @Test
    void channelThatCannotBeConfiguredIsNamedInOneLine() {
        server.bayeux().addListener(new BayeuxServer.ChannelListener() {
            @Override
            public void configureChannel(ConfigurableServerChannel channel) {
                throw new IllegalStateException("not today");
            }
        });

        publishToForgedName();

        assertThat(line("BYX-1101")).contains("channel " + SHOWN + " could");
    }

    @Test
    void channelWhoseFilterFailsIsNamedInOneLine() {
        server.channel("/**").addListener(new DataFilterMessageListener((from, channel, data) -> {
            throw new IllegalStateException("a bug");
        }));

        publishToForgedName();

        assertThat(line("BYX-1401")).contains("message on " + SHOWN + " is dropped");
    }

    @Test
    void exceptionsNameChannelsInOneLine() {
        Throwable refused = catchThrowable(() -> server.bayeux().createChannelIfAbsent("/a\nforged/{room}"));

        assertThat(refused).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("channel '/a?forged/{");
    }

    private void publishToForgedName() {
        client.sends("{'channel':'" + FORGED + "','clientId':'$id','data':1}");
    }

    private String line(String code) {
        return records.stream()
                .map(LogRecord::getMessage)
                .filter(line -> line.startsWith(code))
                .findFirst()
                .orElseThrow();
    }
}
