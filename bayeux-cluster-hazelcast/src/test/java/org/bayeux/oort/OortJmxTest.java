package org.bayeux.oort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.ObjectName;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.oort.Cloud.Member;
import org.bayeux.server.jmx.ClusterMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node as operators see it. */
class OortJmxTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int number = NUMBER.incrementAndGet();
    private final Cloud cloud = new Cloud();
    private final Member a = cloud.member("a", "/chat/**", "/bytes");
    private final Member b = cloud.member("b", "/chat/**", "/bytes");
    private final Seti seti = new Seti(a.oort);
    private final Seti other = new Seti(b.oort);
    private ClusterMXBean bean;
    private ClusterMXBean otherBean;

    @BeforeEach
    void register() throws JMException {
        seti.start();
        other.start();
        cloud.meet(a, b);
        bean = shown(a);
        otherBean = shown(b);
    }

    @AfterEach
    void stop() {
        a.server.stop();
        b.server.stop();
    }

    @Test
    void theNodeAndThoseThatItKnowsAreShown() {
        assertThat(bean.getURL()).isEqualTo("a");
        assertThat(bean.getId()).isEqualTo(a.oort.getId());
        assertThat(bean.isJoined()).isTrue();
        assertThat(bean.getKnownComets()).containsExactly("b");
        assertThat(bean.getObservedChannels()).containsExactly("/bytes", "/chat/**");
        assertThat(bean.getUnacknowledgedBytes()).isEqualTo(Map.of("b", 0L));

        b.oort.stop();
        cloud.passAMoment();

        assertThat(bean.getKnownComets()).isEmpty();
        assertThat(bean.getUnacknowledgedBytes()).isEmpty();
    }

    @Test
    void messagesThatCrossAreCounted() {
        listen(b, "/chat/1");
        cloud.passAMoment();

        a.server.channel("/chat/1").publish(null, "heard there");
        a.server.channel("/chat/2").publish(null, "heard nowhere");
        cloud.passAMoment();

        assertThat(bean.getMessagesSent()).isEqualTo(1);
        assertThat(bean.getMessagesReceived()).isZero();
        assertThat(otherBean.getMessagesSent()).isZero();
        assertThat(otherBean.getMessagesReceived()).isEqualTo(1);
    }

    @Test
    void whatWaitsForANodeThatCannotBeReachedIsShown() {
        listen(b, "/chat/1");
        cloud.passAMoment();
        cloud.network.cutBothWays("a", "b");

        a.server.channel("/chat/1").publish(null, "x".repeat(1_000));
        cloud.passAMoment();
        assertThat(bean.getUnacknowledgedBytes().get("b")).isBetween(1_000L, 1_200L);

        cloud.network.heal();
        cloud.clock.advanceMillis(3_000);
        assertThat(bean.getUnacknowledgedBytes()).isEqualTo(Map.of("b", 0L));
        assertThat(bean.getGaps()).isZero();
    }

    @Test
    void gapsAreCounted() {
        listen(b, "/chat/1");
        cloud.passAMoment();
        cloud.network.cutBothWays("a", "b");

        for (int i = 0; i < 3; i++) {
            a.server.channel("/chat/1").publish(null, "x".repeat(25_000_000));
        }
        cloud.passAMoment();

        assertThat(bean.getGaps()).isEqualTo(1);
    }

    @Test
    void usersAreCounted() {
        seti.associate("ada", a.server.socket().joins().session());
        seti.associate("ada", a.server.socket().joins().session());
        other.associate("bob", b.server.socket().joins().session());
        cloud.passAMoment();

        assertThat(bean.getUsersHere()).isEqualTo(1);
        assertThat(bean.getUsers()).isEqualTo(2);

        seti.stop();
        assertThat(bean.getUsers()).isZero();
        assertThat(bean.getUsersHere()).isZero();
    }

    @Test
    void operatorsObserveChannels() {
        bean.observeChannel("/news");
        listen(a, "/news");
        cloud.passAMoment();
        b.server.channel("/news").publish(null, "hello");
        cloud.passAMoment();
        assertThat(bean.getMessagesReceived()).isEqualTo(1);

        bean.deobserveChannel("/news");

        assertThat(bean.getObservedChannels()).containsExactly("/bytes", "/chat/**");
        assertThatIllegalArgumentException().isThrownBy(() -> bean.observeChannel("/service/news"));
        assertThatIllegalArgumentException().isThrownBy(() -> bean.deobserveChannel("/meta/*"));
    }

    private static void listen(Member member, String channel) {
        member.server.channel(channel).addListener((ServerChannel.MessageListener) (from, told, message) -> true);
    }

    private ClusterMXBean shown(Member member) throws JMException {
        String context = '/' + member.name + '-' + number;
        member.server.engine().manageAs(context);
        ObjectName name = new ObjectName("org.bayeux:type=Cluster,context=" + ObjectName.quote(context));
        return JMX.newMXBeanProxy(ManagementFactory.getPlatformMBeanServer(), name, ClusterMXBean.class);
    }
}
