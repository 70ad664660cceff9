package org.bayeux.server.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.api.Channel;
import org.bayeux.api.server.BayeuxContext;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.BayeuxServerBuilder;
import org.bayeux.server.config.ServerConfig;
import org.bayeux.server.spi.Batch;
import org.bayeux.server.spi.BayeuxEngine;
import org.bayeux.server.spi.Outlet;
import org.bayeux.testkit.Browser;
import org.bayeux.wire.BayeuxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A listener that hangs while clients come and go must not keep others from expiring. In real time, with threads. */
class SlowListenerTest {

    private static final int CLIENTS = 200;
    private static final long LIMIT_SECONDS = 30;

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final BayeuxEngine engine = new BayeuxServerBuilder()
            .config(ServerConfig.of(Map.of("maxInterval", "50", "sweepPeriod", "20")))
            .threads(scheduler, executor)
            .build();
    private final CountDownLatch hanging = new CountDownLatch(1);

    @AfterEach
    void stop() {
        hanging.countDown();
        engine.stop();
        scheduler.shutdownNow();
        executor.shutdownNow();
    }

    @Test
    void removalListenerThatHangsDelaysNeitherExpiryNorSweeps() throws InterruptedException {
        engine.start();
        Removals removals = new Removals();
        engine.server().addListener(removals);
        CountDownLatch swept = new CountDownLatch(1);
        engine.server().addListener(new BayeuxServer.ChannelListener() {
            @Override
            public void channelRemoved(String channelId) {
                swept.countDown();
            }
        });

        for (int i = 0; i < CLIENTS; i++) {
            shakeHands();
        }
        assertThat(removals.hangs.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        engine.server().createChannelIfAbsent("/unused");

        assertThat(removals.others.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(swept.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.server().getSessions()).isEmpty();
    }

    private void shakeHands() {
        BayeuxContext context = new Browser().context();
        BayeuxMessage handshake = engine.codec().newMessage();
        handshake.setChannel(Channel.META_HANDSHAKE);
        engine.open(ServerConfig.LONG_POLLING, context, new Nowhere()).receive(List.of(handshake));
    }

    /** Hangs at the first session that ends, counts the others. */
    private final class Removals implements BayeuxServer.SessionListener {

        private final CountDownLatch hangs = new CountDownLatch(1);
        private final CountDownLatch others = new CountDownLatch(CLIENTS - 1);
        private final AtomicBoolean first = new AtomicBoolean(true);

        @Override
        public void sessionRemoved(ServerSession session, boolean timedout) {
            if (!first.compareAndSet(true, false)) {
                others.countDown();
                return;
            }
            hangs.countDown();
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes a response and forgets it. */
    private static final class Nowhere implements Outlet {

        @Override
        public boolean isStreaming() {
            return false;
        }

        @Override
        public void write(Batch batch) {
            batch.delivered();
        }

        @Override
        public void close() {
            // A response ends by itself.
        }
    }
}
