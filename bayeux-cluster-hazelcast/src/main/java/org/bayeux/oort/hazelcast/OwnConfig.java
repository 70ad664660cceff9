package org.bayeux.oort.hazelcast;

import com.hazelcast.config.Config;
import com.hazelcast.config.DiscoveryStrategyConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import com.hazelcast.config.XmlConfigBuilder;
import com.hazelcast.config.YamlConfigBuilder;
import com.hazelcast.instance.ProtocolType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an instance of Hazelcast is configured that belongs to this library: as the application says in
 * {@code hazelcast.yaml} or {@code hazelcast.xml}, or so that nobody but processes on this machine can reach it. Stateless.
 */
final class OwnConfig {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int FIRST_PORT = 5801;
    private static final int PORTS = 30;

    /** An attempt that began while the network was cut would go on for minutes, and keep others from being made. */
    private static final int CONNECT_SECONDS = 3;

    /** What Hazelcast would take minutes for; an application that says otherwise is heard. */
    private static final Map<String, String> QUICK = Map.of(
            "hazelcast.heartbeat.interval.seconds", "1",
            "hazelcast.max.no.heartbeat.seconds", "10",
            "hazelcast.merge.first.run.delay.seconds", "2",
            "hazelcast.merge.next.run.delay.seconds", "2",
            "hazelcast.socket.connect.timeout.seconds", Integer.toString(CONNECT_SECONDS),
            "hazelcast.graceful.shutdown.max.wait", "5",
            "hazelcast.phone.home.enabled", "false",
            "hazelcast.shutdownhook.enabled", "false");

    private OwnConfig() {}

    static Config of(ClassLoader application, String cloud) {
        Config given = given(application);
        Config config = given == null ? onLoopback(cloud) : given;
        QUICK.forEach((property, value) -> {
            if (config.getProperty(property) == null) {
                config.setProperty(property, value);
            }
        });
        return config.setClassLoader(application);
    }

    private static @Nullable Config given(ClassLoader application) {
        if (System.getProperty("hazelcast.config") != null) {
            return Config.load();
        }
        try (InputStream yaml = application.getResourceAsStream("hazelcast.yaml");
                InputStream xml = application.getResourceAsStream("hazelcast.xml")) {
            if (yaml != null) {
                return new YamlConfigBuilder(yaml).build();
            }
            return xml == null ? null : new XmlConfigBuilder(xml).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Config onLoopback(String cloud) {
        Config config = new Config().setClusterName("bayeux-" + cloud);
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.getJetConfig().setEnabled(false);
        config.getAdvancedNetworkConfig().setEnabled(true).setMemberEndpointConfig(forMembersOnly());
        JoinConfig join = config.getAdvancedNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        config.setProperty("hazelcast.discovery.enabled", "true");
        join.getDiscoveryConfig()
                .addDiscoveryStrategyConfig(
                        new DiscoveryStrategyConfig(new LoopbackDiscovery.Factory(LOOPBACK, FIRST_PORT, PORTS)));
        return config;
    }

    /**
     * A port where Hazelcast speaks to members alone. By one where all may speak it tries again and again, without a pause, to
     * write to a member that has accepted a connection and says nothing, as when it is frozen (hazelcast#26473 on GitHub);
     * other connections of the same thread stand still meanwhile.
     */
    private static ServerSocketEndpointConfig forMembersOnly() {
        ServerSocketEndpointConfig endpoint =
                new ServerSocketEndpointConfig().setPort(FIRST_PORT).setPortCount(PORTS);
        endpoint.setProtocolType(ProtocolType.MEMBER);
        endpoint.setSocketConnectTimeoutSeconds(CONNECT_SECONDS);
        endpoint.getInterfaces().setEnabled(true).addInterface(LOOPBACK);
        return endpoint;
    }
}
