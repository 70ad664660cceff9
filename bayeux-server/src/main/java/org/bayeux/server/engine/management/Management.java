package org.bayeux.server.engine.management;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.jmx.ChannelsMXBean;
import org.bayeux.server.jmx.ClusterMXBean;
import org.bayeux.server.jmx.ServerMXBean;
import org.bayeux.server.jmx.SessionsMXBean;
import org.bayeux.server.jmx.TransportMXBean;
import org.bayeux.server.spi.Cluster;

/**
 * Registers the MBeans of one server, and takes them away when it ends. That JMX does not work keeps nothing else from
 * working.
 *
 * <p>Thread-safe, without a lock, since JMX tells listeners of others: who moves {@code state} on owns what is registered.
 * If the server ends while it is being registered, who registers takes everything away.
 */
public final class Management {

    private static final String DOMAIN = "org.bayeux:";
    private static final int MOST_OF_ONE_NAME = 100;

    private final ManagedServer managed;
    private final AtomicReference<State> state = new AtomicReference<>(State.HIDDEN);

    /** Written before the state becomes {@link State#SHOWN}, read behind that. */
    private final List<ObjectName> registered = new ArrayList<>();

    /** Shows nothing yet. */
    public Management(ManagedServer managed) {
        this.managed = managed;
    }

    private enum State {
        HIDDEN,
        CHANGING,
        SHOWN,
        ENDED
    }

    /**
     * Shows the server, once; nothing happens if it is shown already, or has ended.
     *
     * @param context tells it from other servers; if one of the same name is there, a number is added
     */
    public void register(String context) {
        if (state.compareAndSet(State.HIDDEN, State.CHANGING)) {
            boolean all = tryAll(context);
            if (!all) {
                unregisterAll();
            }
            if (!state.compareAndSet(State.CHANGING, all ? State.SHOWN : State.HIDDEN)) {
                unregisterAll();
            }
        }
    }

    /** Takes away what was registered. */
    public void end() {
        if (state.getAndSet(State.ENDED) == State.SHOWN) {
            unregisterAll();
        }
    }

    private boolean tryAll(String context) {
        try {
            registerAll(context);
            return true;
        } catch (JMException | RuntimeException e) {
            ManagementLog.notShown(e);
            return false;
        }
    }

    private void registerAll(String context) throws JMException {
        String key = registerServer(",context=" + ObjectName.quote(context));
        add("type=Sessions" + key, new SessionsBean(managed), SessionsMXBean.class);
        add("type=Channels" + key, new ChannelsBean(managed), ChannelsMXBean.class);
        Optional<ClusterMXBean> cluster = managed.cluster().joined().flatMap(Cluster::management);
        if (cluster.isPresent()) {
            add("type=Cluster" + key, cluster.get(), ClusterMXBean.class);
        }
        BayeuxServer server = managed.server();
        for (String name : server.getKnownTransportNames()) {
            if (server.getTransport(name) instanceof ServerTransport transport) {
                boolean allowed = server.getAllowedTransports().contains(name);
                TransportBean bean = new TransportBean(
                        transport, allowed, managed.watch().figures().of(name));
                add("type=Transport,name=" + name + key, bean, TransportMXBean.class);
            }
        }
    }

    /** Registers the first one, and returns what all names have to have to be the only ones. */
    private String registerServer(String context) throws JMException {
        ServerBean bean = new ServerBean(managed);
        String key = context;
        for (int number = 2; ; number++) {
            try {
                add("type=Server" + key, bean, ServerMXBean.class);
                return key;
            } catch (InstanceAlreadyExistsException e) {
                if (number > MOST_OF_ONE_NAME) {
                    throw e;
                }
                key = context + ",instance=" + number;
            }
        }
    }

    private <T> void add(String properties, T bean, Class<T> type) throws JMException {
        ObjectName name = new ObjectName(DOMAIN + properties);
        platform().registerMBean(new StandardMBean(bean, type, true), name);
        registered.add(name);
    }

    private void unregisterAll() {
        for (ObjectName name : registered) {
            try {
                if (platform().isRegistered(name)) {
                    platform().unregisterMBean(name);
                }
            } catch (JMException | RuntimeException e) {
                ManagementLog.kept(name, e);
            }
        }
        registered.clear();
    }

    private static MBeanServer platform() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
