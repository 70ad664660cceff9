package org.bayeux.oort.hazelcast;

import com.hazelcast.cluster.Address;
import com.hazelcast.config.properties.PropertyDefinition;
import com.hazelcast.logging.ILogger;
import com.hazelcast.spi.discovery.AbstractDiscoveryStrategy;
import com.hazelcast.spi.discovery.DiscoveryNode;
import com.hazelcast.spi.discovery.DiscoveryStrategy;
import com.hazelcast.spi.discovery.DiscoveryStrategyFactory;
import com.hazelcast.spi.discovery.SimpleDiscoveryNode;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Finds those on this machine that listen on a port of a range, by trying which of them are taken. A list of addresses would do
 * for the start, but when Hazelcast looks for those that a split has parted it waits for five seconds at each that does not
 * answer.
 */
final class LoopbackDiscovery extends AbstractDiscoveryStrategy {

    private final String address;
    private final int firstPort;
    private final int ports;

    private LoopbackDiscovery(ILogger logger, String address, int firstPort, int ports) {
        super(logger, Map.of());
        this.address = address;
        this.firstPort = firstPort;
        this.ports = ports;
    }

    @Override
    public Iterable<DiscoveryNode> discoverNodes() {
        List<DiscoveryNode> found = new ArrayList<>();
        for (int port = firstPort; port < firstPort + ports; port++) {
            InetSocketAddress there = new InetSocketAddress(address, port);
            if (listens(there)) {
                found.add(new SimpleDiscoveryNode(new Address(there)));
            }
        }
        return found;
    }

    /** Without a connection, since members log each that is closed again. */
    private static boolean listens(InetSocketAddress there) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(there);
            return false;
        } catch (BindException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Makes it for Hazelcast.
     *
     * @param address of this machine, in digits
     * @param firstPort the range begins with it
     * @param ports so many are tried
     */
    record Factory(String address, int firstPort, int ports) implements DiscoveryStrategyFactory {

        @Override
        public Class<? extends DiscoveryStrategy> getDiscoveryStrategyType() {
            return LoopbackDiscovery.class;
        }

        @Override
        @SuppressWarnings("rawtypes") // so does the interface
        public DiscoveryStrategy newDiscoveryStrategy(
                DiscoveryNode discoveryNode, ILogger logger, Map<String, Comparable> properties) {
            return new LoopbackDiscovery(logger, address, firstPort, ports);
        }

        @Override
        public Collection<PropertyDefinition> getConfigurationProperties() {
            return List.of();
        }
    }
}
