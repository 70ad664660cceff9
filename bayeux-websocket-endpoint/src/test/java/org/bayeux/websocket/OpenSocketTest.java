package org.bayeux.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.bayeux.websocket.Messages.frame;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bayeux.wire.Utf8Length;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A socket between a container and an engine made by hand. */
class OpenSocketTest {

    private final TestEngine engine = new TestEngine();
    private final TestSession session = new TestSession();
    private final OpenSockets sockets = new OpenSockets();
    private final TestUpgrade upgrade = new TestUpgrade();
    private BayeuxEndpoint endpoint;

    @BeforeEach
    void upgraded() {
        session.userProperties.put(
                SocketContext.PROPERTY,
                SocketContext.of(upgrade.servletContext(), upgrade, Optional.empty(), Set.of()));
    }

    @Test
    void textBecomesMessages() {
        open();

        session.text.onMessage("[{\"channel\":\"/a\",\"id\":\"1\"},{\"channel\":\"/b\",\"id\":\"2\"}]");

        assertThat(engine.received).extracting(it -> it.getId()).containsExactly("1", "2");
        assertThat(session.closes).isEmpty();
    }

    @Test
    void batchBecomesAFrame() {
        Messages messages = new Messages();
        session.socket.completesAtOnce = true;
        open();

        engine.outlet.write(messages.batch("1", "2"));

        assertThat(session.socket.sent).containsExactly(frame("1", "2"));
        assertThat(messages.outcomes).containsExactly("12");
    }

    @Test
    void contextIsTheOneOfTheUpgrade() {
        open();

        assertThat(engine.context).isSameAs(session.userProperties.get(SocketContext.PROPERTY));
    }

    @Test
    void engineHearsOfTheCookieThatTheUpgradeSet() {
        upgrade.attributes.put(UpgradeCookie.class.getName(), "b1");
        session.userProperties.put(
                SocketContext.PROPERTY,
                SocketContext.of(upgrade.servletContext(), upgrade, Optional.of(upgrade.servletRequest()), Set.of()));

        open();

        assertThat(engine.givenBrowserId).isEqualTo("b1");
    }

    @Test
    void foreignPageIsClosedWhereNoFilterRefusedIt() {
        upgrade.headers.put("Host", List.of("localhost"));
        upgrade.headers.put("Origin", List.of("http://foreign.example"));
        upgraded();

        open();

        assertThat(session.closeCode()).isEqualTo(1008);
        assertThat(engine.outlet).isNull();
    }

    @Test
    void sessionWithoutUpgradeIsABugOfTheContainer() {
        session.userProperties.clear();

        assertThatIllegalStateException().isThrownBy(this::open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[", "1", "[]", "[1]", "{\"a\":}", "ä"})
    void malformedTextClosesInPlainWords(String text) {
        open();

        session.text.onMessage(text);

        assertThat(session.closeCode()).isEqualTo(1007);
        assertThat(session.closes.get(0).getReasonPhrase())
                .startsWith("Malformed message")
                .matches("[ -~]{1,123}");
        assertThat(engine.losses).hasSize(1);
    }

    @Test
    void tooLongTextClosesWithoutBeingRead() {
        open();

        session.text.onMessage("[" + " ".repeat(100));

        assertThat(session.closeCode()).isEqualTo(1009);
    }

    @Test
    void lengthIsCountedInBytes() {
        open();
        String atTheLimit = "{\"channel\":\"/a\",\"id\":\"" + "ä".repeat(38) + "\"}";
        assertThat(Utf8Length.of(atTheLimit)).isEqualTo(100);

        session.text.onMessage(atTheLimit);
        assertThat(session.closes).isEmpty();
        session.text.onMessage(atTheLimit + " ");

        assertThat(session.closeCode()).isEqualTo(1009);
    }

    @Test
    void binaryFramesClose() {
        open();

        session.binary.onMessage(ByteBuffer.allocate(1), false);

        assertThat(session.closeCode()).isEqualTo(1003);
    }

    @Test
    void bugIsNotShownToTheClient() {
        engine.bug = new IllegalStateException("secret");
        open();

        session.text.onMessage("{\"channel\":\"/a\"}");

        assertThat(session.closeCode()).isEqualTo(1011);
        assertThat(session.closes.get(0).getReasonPhrase()).doesNotContain("secret");
    }

    @Test
    void errorOfTheMachineClosesTheSocket() {
        engine.breakdown = new StackOverflowError("secret");
        open();

        session.text.onMessage("{\"channel\":\"/a\"}");

        assertThat(session.closeCode()).isEqualTo(1011);
        assertThat(engine.losses).hasSize(1);
    }

    @Test
    void socketThatClosesWhileItOpensLeavesNothing() {
        session.duringOpen = () -> endpoint.onClose(session.session(), new CloseReason(CloseCodes.GOING_AWAY, ""));

        open();

        assertThat(engine.losses).hasSize(1);
        assertThat(engine.timers.pending()).isZero();
        sockets.closeAll(Duration.ofSeconds(5));
        assertThat(session.closes).isEmpty();
    }

    @Test
    void socketThatIsClosedWhenItOpensLeavesNothing() {
        session.closes.add(new CloseReason(CloseCodes.GOING_AWAY, ""));

        open();

        assertThat(engine.losses).hasSize(1);
        assertThat(engine.timers.pending()).isZero();
    }

    @Test
    void engineLearnsOnceThatTheSocketIsGone() {
        open();
        IOException reset = new IOException("reset");
        session.closes.add(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, ""));

        endpoint.onError(session.session(), reset);
        endpoint.onClose(session.session(), session.closes.get(0));

        assertThat(engine.losses).containsExactly(reset);
    }

    @Test
    void orderlyCloseHasNoCause() {
        open();

        endpoint.onClose(session.session(), new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));

        assertThat(engine.losses).hasSize(1).containsOnlyNulls();
    }

    @Test
    void errorThatLeavesTheSocketOpenIsNoLoss() {
        open();

        endpoint.onError(session.session(), new IllegalStateException());

        assertThat(engine.losses).isEmpty();
    }

    @Test
    void stopClosesOpenSockets() {
        open();

        sockets.closeAll(Duration.ofSeconds(5));

        assertThat(session.closeCode()).isEqualTo(1001);
    }

    @Test
    void stopDoesNotWaitForLongBehindClosesThatHang() {
        engine.executor = task -> {};
        Endpoints endpoints = endpoints();
        for (int i = 0; i < 4; i++) {
            endpoints.closings().execute(() -> {});
        }

        endpoints.closeAll(Duration.ZERO);

        assertThat(engine.timers.delays).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(1));
    }

    @Test
    void closeThatHangsTakesOneThreadHoweverManyAskForIt() {
        List<Runnable> threads = new ArrayList<>();
        engine.executor = threads::add;
        open();
        session.binary.onMessage(ByteBuffer.allocate(1), false);

        sockets.closeAll(Duration.ZERO);
        engine.outlet.close();

        assertThat(threads).hasSize(1);
        threads.get(0).run();
        assertThat(session.closes).hasSize(1);
        assertThat(session.closeCode()).isEqualTo(1003);
    }

    @Test
    void stopDoesNotCloseWhatIsClosed() {
        open();
        endpoint.onClose(session.session(), new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));

        sockets.closeAll(Duration.ofSeconds(5));

        assertThat(session.closes).isEmpty();
    }

    @Test
    void socketThatOpensTooLateIsClosed() {
        sockets.closeAll(Duration.ZERO);

        open();

        assertThat(session.closeCode()).isEqualTo(1001);
    }

    @Test
    void idleTimerOfTheContainerIsLeftAlone() {
        open();

        assertThat(session.idleTimeout).isNull();
    }

    @Test
    void silentSocketIsClosed() {
        open();

        engine.timers.goOff();
        assertThat(session.closes).isEmpty();
        engine.timers.goOff();

        assertThat(session.closeCode()).isEqualTo(1001);
        assertThat(engine.losses).hasSize(1);
        assertThat(engine.timers.pending()).isZero();
    }

    @Test
    void whoeverSendsIsNotSilent() {
        open();

        for (int i = 0; i < 5; i++) {
            engine.timers.goOff();
            session.text.onMessage("{\"channel\":\"/a\"}");
        }

        assertThat(session.closes).isEmpty();
    }

    @Test
    void clientWhoseConnectIsHeldIsNotSilent() {
        open();
        engine.held = true;

        for (int i = 0; i < 5; i++) {
            engine.timers.goOff();
        }

        assertThat(session.closes).isEmpty();
    }

    @Test
    void silenceCountsFromTheEndOfTheHold() {
        open();
        engine.held = true;
        engine.timers.goOff();
        engine.held = false;

        engine.timers.goOff();
        engine.timers.goOff();
        assertThat(session.closes).isEmpty();
        engine.timers.goOff();

        assertThat(session.closeCode()).isEqualTo(1001);
    }

    @Test
    void silenceIsFiveMinutesUnlessConnectsAreHeldForLong() {
        open();
        engine.options = Map.of("ws.timeout", "600000", "ws.maxInterval", "0");
        open();

        assertThat(engine.timers.delays).containsExactly(Duration.ofSeconds(150), Duration.ofMinutes(10));
    }

    @Test
    void configuredSilenceWins() {
        engine.options = Map.of("ws.idleTimeout", "8000", "ws.maxMessageSize", "9");

        open();

        assertThat(engine.timers.delays).containsExactly(Duration.ofSeconds(4));
        assertThat(session.bufferSize).isEqualTo(9);
    }

    @Test
    void closedSocketLeavesNoTimer() {
        open();

        endpoint.onClose(session.session(), new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));

        assertThat(engine.timers.pending()).isZero();
    }

    @Test
    @Tag("option:ws.enableExtension.permessage-deflate")
    void extensionsAreUsedUnlessTheyAreDisabled() {
        engine.options = Map.of("ws.enableExtension.permessage-deflate", "false");

        assertThat(endpoints().isEnabled("permessage-deflate")).isFalse();
        assertThat(endpoints().isEnabled("other")).isTrue();
    }

    private void open() {
        endpoint = endpoints().create();
        endpoint.onOpen(session.session(), null);
    }

    private Endpoints endpoints() {
        return new Endpoints(upgrade.servletContext(), engine, sockets);
    }
}
