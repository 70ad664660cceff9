package org.bayeux.server.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Filter;
import java.util.logging.Logger;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.bayeux.api.server.QueuePolicy;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.ext.AcknowledgedMessagesExtension;
import org.bayeux.testkit.Browser;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.testkit.Writing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmxTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final MBeanServer platform = ManagementFactory.getPlatformMBeanServer();
    private final String context = "/shop=1,\"*?\"-" + NUMBER.incrementAndGet();
    private final InMemoryServer server = InMemoryServer.start("maxQueue", "2");
    private final ServerMXBean bean = proxy("Server", ServerMXBean.class);
    private final SessionsMXBean sessions = proxy("Sessions", SessionsMXBean.class);
    private final ChannelsMXBean channels = proxy("Channels", ChannelsMXBean.class);
    private final TransportMXBean polling = proxy("Transport,name=long-polling", TransportMXBean.class);

    @BeforeEach
    void register() {
        server.engine().manageAs(context);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void figuresTellWhatHappened() {
        InMemoryClient client = server.polling().joins();
        InMemoryClient other = server.socket().joins().subscribes("/a");
        client.publishes("/a", "1");
        client.sends("{'channel':'/a/*','clientId':'$id','data':1}");
        other.disconnects();

        assertThat(bean.getSessions()).isEqualTo(1);
        assertThat(bean.getSessionsAdded()).isEqualTo(2);
        assertThat(bean.getSessionsRemoved()).isEqualTo(1);
        assertThat(bean.getSessionsExpired()).isZero();
        assertThat(bean.getMessagesReceived()).isEqualTo(10);
        assertThat(bean.getMessagesPublished()).isEqualTo(1);
        assertThat(bean.getMessagesDelivered()).isEqualTo(1);
        assertThat(bean.getMessagesRefused()).isEqualTo(1);
        assertThat(bean.getConnectsHeld()).isEqualTo(1);
        assertThat(polling.getMessagesReceived()).isEqualTo(5);
        assertThat(polling.getConnectsHeld()).isEqualTo(1);
        assertThat(polling.isAllowed()).isTrue();
        assertThat(polling.getTimeout()).isEqualTo(30_000);
    }

    @Test
    void silentClientsCountAsExpired() {
        server.polling().shakesHands().session().deliver(null, "/service/a", 1);

        server.clock().advanceMillis(20_000);

        assertThat(bean.getSessionsExpired()).isEqualTo(1);
        assertThat(bean.getSessions()).isZero();
        assertThat(bean.getMessagesDropped()).isEqualTo(1);
    }

    @Test
    void onlySessionsThatThereAreCanBeTraced() {
        InMemoryClient client = server.polling().shakesHands();
        String id = client.id();
        bean.trace(id);
        assertThat(bean.getTraced()).containsExactly(id);
        client.disconnects();

        assertThatThrownBy(() -> bean.trace(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bean.trace("typo")).hasMessageContaining("there is no session with this id");
        assertThat(bean.getTraced()).isEmpty();
        bean.trace("*");
        assertThat(bean.untrace("*")).isTrue();
    }

    @Test
    void listenerOfJmxMayStopTheServerThatIsBeingShown() throws Exception {
        InMemoryServer other = InMemoryServer.start();
        ObjectName any = new ObjectName("org.bayeux:*");
        Set<ObjectName> before = platform.queryNames(any, null);
        ObjectName delegate = new ObjectName("JMImplementation:type=MBeanServerDelegate");
        NotificationListener stopping = (notification, handback) -> CompletableFuture.runAsync(other::stop)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        platform.addNotificationListener(delegate, stopping, null, null);
        try {
            other.engine().manageAs("/stopped" + NUMBER.incrementAndGet());
        } finally {
            platform.removeNotificationListener(delegate, stopping);
        }

        assertThat(platform.queryNames(any, null)).isEqualTo(before);
    }

    @Test
    void limitsThatConcernEverybodyAreCountedAndToldOnceAMinute() throws Exception {
        InMemoryServer small = InMemoryServer.start("maxSessionsPerAddress", "1", "maxClientChannels", "1");
        small.engine().manageAs(context + "-small");
        Browser browser = new Browser().address("192.0.2.1");
        List<String> told = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger("org.bayeux.server");
        Filter former = log.getFilter();
        log.setFilter(it -> {
            told.add(it.getMessage().substring(0, 8));
            return false;
        });
        try {
            InMemoryClient client = small.polling(browser).shakesHands().publishes("/a", "1");
            for (int i = 0; i < 3; i++) {
                client.sends("{'channel':'/b','clientId':'$id','data':1}")
                        .receivesSome("{'error':'403::too_many_channels'}");
                small.polling(browser)
                        .sends("{'channel':'/meta/handshake','version':'1.0'}")
                        .receivesSome("{'error':'403::too_many_sessions_per_address'}");
            }
            assertThat(told).containsExactly("BYX-1104", "BYX-1103");
            ServerMXBean figures = JMX.newMXBeanProxy(
                    platform,
                    new ObjectName("org.bayeux:type=Server,context=" + ObjectName.quote(context + "-small")),
                    ServerMXBean.class);
            assertThat(figures.getChannelsRefused()).isEqualTo(3);
            assertThat(figures.getHandshakesRefusedByAddress()).isEqualTo(3);
            assertThat(figures.getClientChannels()).isEqualTo(1);
            small.clock().advanceMillis(60_000);
            small.polling(browser).shakesHands();
            small.polling(browser)
                    .sends("{'channel':'/meta/handshake','version':'1.0'}")
                    .receivesSome("{'error':'403::too_many_sessions_per_address'}");
            assertThat(told).containsExactly("BYX-1104", "BYX-1103", "BYX-1103");
        } finally {
            log.setFilter(former);
            small.stop();
        }
    }

    @Test
    void connectThatIsAnsweredIsNoLongerHeld() {
        server.polling().joins();

        server.clock().advanceMillis(30_000);

        assertThat(bean.getConnectsHeld()).isZero();
    }

    @Test
    void queuesAreMeasuredAndWhatDoesNotFitCountsAsDropped() {
        InMemoryClient idle = server.polling().shakesHands();
        InMemoryClient busy = server.polling().shakesHands();
        busy.session().addListener((ServerSession.MaxQueueListener) (session, queue, from, message) -> false);
        idle.session().deliver(null, "/service/a", 1);
        for (int i = 0; i < 5; i++) {
            busy.session().deliver(null, "/service/a", i);
        }

        assertThat(sessions.getQueuedMessages()).isEqualTo(3);
        assertThat(sessions.getLongestQueue()).isEqualTo(2);
        assertThat(bean.getMessagesDropped()).isEqualTo(3);
        assertThat(sessions.listByQueueSize(0, 1))
                .extracting(SessionDescription::getId)
                .containsExactly(busy.id());
    }

    @ParameterizedTest
    @CsvSource({"DROP_OLDEST, 3, 2", "DROP_NEWEST, 3, 2", "CONFLATE, 4, 1", "DISCONNECT, 3, 0"})
    void whateverAQueuePolicyCostsCountsAsDropped(QueuePolicy policy, int dropped, int queued) {
        ServerSession session = server.polling().shakesHands().session();
        server.channel("/a").setQueuePolicy(policy);

        for (int i = 0; i < 5; i++) {
            session.deliver(null, "/a", i);
        }

        assertThat(bean.getMessagesDropped()).isEqualTo(dropped);
        assertThat(sessions.getQueuedMessages()).isEqualTo(queued);
    }

    @Test
    void whatNobodyAcknowledgedCountsAsDroppedWhenTheSessionExpires() {
        server.bayeux().addExtension(new AcknowledgedMessagesExtension());
        InMemoryClient client = server.polling().shakesHandsWith("'ext':{'ack':true}");
        client.connects().connects();
        client.session().deliver(null, "/a", 1);

        server.clock().advanceMillis(60_000);

        assertThat(bean.getMessagesDropped()).isEqualTo(1);
    }

    @Test
    void lastWordsThatCannotLeaveCountAsDropped() {
        InMemoryClient client = server.socket().joins().writing(Writing.SLOWLY);
        client.session().deliver(null, "/a", 1);
        client.session().deliver(null, "/a", 2);

        server.bayeux().removeSession(client.session());
        client.writing(Writing.FAILING).loses();

        assertThat(bean.getMessagesDropped()).isEqualTo(2);
    }

    @Test
    void whatAMaxQueueListenerTakesOutCountsAsDropped() {
        InMemoryClient client = server.polling().shakesHands();
        client.session().addListener((ServerSession.MaxQueueListener) (session, queue, from, message) -> {
            queue.clear();
            return true;
        });

        for (int i = 0; i < 5; i++) {
            client.session().deliver(null, "/a", i);
        }

        assertThat(bean.getMessagesDropped()).isEqualTo(4);
        assertThat(sessions.getQueuedMessages()).isEqualTo(1);
    }

    @Test
    void sessionIsDescribed() {
        InMemoryClient client = server.polling().joins().subscribes("/b").subscribes("/a/*");
        client.session().setAttribute("user", "secret");

        SessionDescription described = sessions.describe(client.id());

        assertThat(described.getSubscriptions()).containsExactly("/a/*", "/b");
        assertThat(described.getState()).isEqualTo("Parked");
        assertThat(described.getTransport()).isEqualTo("long-polling");
        assertThat(described.isConnected()).isTrue();
        assertThat(described.isLocal()).isFalse();
        assertThat(described.getTimeout()).isEqualTo(client.session().getTimeout());
        assertThat(described.getAttributeNames()).containsExactly("user");
        assertThat(sessions.describe("unknown")).isNull();
    }

    @Test
    void sessionsAreListedInPages() {
        List<String> ids = List.of(
                        server.polling().shakesHands().id(),
                        server.polling().shakesHands().id())
                .stream()
                .sorted()
                .toList();
        server.bayeux().newLocalSession("a~").handshake();

        assertThat(sessions.getCount()).isEqualTo(3);
        assertThat(sessions.getLocalCount()).isEqualTo(1);
        assertThat(sessions.list(0, 100)).hasSize(3);
        assertThat(sessions.list(1, 1)).hasSize(1);
        assertThat(sessions.list(3, 1)).isEmpty();
        assertThat(sessions.list(0, 100))
                .extracting(SessionDescription::getId)
                .isSorted()
                .containsAll(ids);
        assertThat(sessions.listWithUserAgent("no such client", 0, 10)).isEmpty();
        assertThatThrownBy(() -> sessions.list(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void operatorSendsAClientAway() {
        InMemoryClient client = server.socket().joins();

        assertThat(sessions.disconnect(client.id())).isTrue();
        assertThat(sessions.disconnect("unknown")).isFalse();
        server.clock().advanceMillis(1);

        client.receivesSome("{'channel':'/meta/disconnect'}");
        assertThat(bean.getSessions()).isZero();
    }

    @Test
    void channelIsDescribedAndRemoved() {
        InMemoryClient client = server.socket().joins().subscribes("/shop/a");
        server.channel("/shop/a").setPersistent(true);

        ChannelDescription described = channels.describe("/shop/a");

        assertThat(described.getSubscribers()).isEqualTo(1);
        assertThat(described.isPersistent()).isTrue();
        assertThat(described.isLazy()).isFalse();
        assertThat(channels.list("/shop", 0, 10)).containsExactly("/shop", "/shop/a");
        assertThat(channels.subscribers("/shop/a", 0, 10)).containsExactly(client.id());
        assertThat(channels.subscribers("/none", 0, 10)).isEmpty();
        assertThat(channels.describe("/none")).isNull();
        assertThat(channels.remove("/none")).isFalse();
        assertThat(channels.remove("/shop")).isTrue();
        server.clock().advanceMillis(1);
        assertThat(channels.list("/shop", 0, 10)).isEmpty();
    }

    @Test
    void operatorSweeps() {
        server.channel("/unused");
        long before = bean.getSweeps();

        for (int i = 0; i < 4; i++) {
            bean.sweep();
        }
        server.clock().advanceMillis(1);

        assertThat(bean.getSweeps()).isEqualTo(before + 4);
        assertThat(channels.describe("/unused")).isNull();
    }

    @Test
    void consolesSeeOpenTypes() throws Exception {
        String id = server.polling().shakesHands().id();

        Object described =
                platform.invoke(name("Sessions"), "describe", new Object[] {id}, new String[] {String.class.getName()});

        assertThat(((CompositeData) described).get("id")).isEqualTo(id);
    }

    @Test
    void serversOfOneNameDoNotCollide() throws Exception {
        InMemoryServer twin = InMemoryServer.start();

        twin.engine().manageAs(context);

        assertThat(registered()).hasSize(12);
        twin.stop();
        assertThat(registered()).hasSize(6);
    }

    @Test
    void nothingIsLeftOfAStoppedServer() throws Exception {
        server.stop();
        server.engine().manageAs(context);

        assertThat(registered()).isEmpty();
    }

    @Test
    @Tag("option:jmx")
    void jmxCanBeSwitchedOff() throws Exception {
        InMemoryServer hidden = InMemoryServer.start("jmx", "false");

        hidden.engine().manageAs("/hidden" + context);

        assertThat(platform.queryNames(
                        new ObjectName("org.bayeux:*,context=" + ObjectName.quote("/hidden" + context)), null))
                .isEmpty();
        hidden.stop();
    }

    private Set<ObjectName> registered() throws Exception {
        return platform.queryNames(new ObjectName("org.bayeux:*,context=" + ObjectName.quote(context)), null);
    }

    private ObjectName name(String type) throws Exception {
        return new ObjectName("org.bayeux:type=" + type + ",context=" + ObjectName.quote(context));
    }

    private <T> T proxy(String type, Class<T> view) {
        try {
            return JMX.newMXBeanProxy(platform, name(type), view);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
