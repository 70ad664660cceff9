package org.bayeux.server.engine.management;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.jmx.ChannelsMXBean;
import org.bayeux.server.jmx.ServerMXBean;
import org.bayeux.server.jmx.SessionsMXBean;
import org.bayeux.server.jmx.TransportMXBean;

/**
 * Registers the MBeans of one server, and takes them away when it ends. That JMX does not work keeps nothing else from
 * working.
 *
 * <p>Thread-safe: the lock guards what is registered, so that nothing is registered behind the end.
 */
public final class Management {

    private static final Logger LOGGER = System.getLogger("org.bayeux.server");
    private static final String DOMAIN = "org.bayeux:";
    private static final int MOST_OF_ONE_NAME = 100;

    private final ManagedServer managed;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final List<ObjectName> registered = new ArrayList<>();

    @GuardedBy("lock")
    private boolean ended;

    /** Shows nothing yet. */
    public Management(ManagedServer managed) {
        this.managed = managed;
    }

    /**
     * Shows the server, once; nothing happens if it is shown already, or has ended.
     *
     * @param context tells it from other servers; if one of the same name is there, a number is added
     */
    public void register(String context) {
        lock.lock();
        try {
            if (!ended && registered.isEmpty()) {
                registerAll(context);
            }
        } catch (JMException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "BYX-1312: JMX does not show the server, which works all the same", e);
            unregisterAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes away what was registered. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            unregisterAll();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void registerAll(String context) throws JMException {
        String key = registerServer(",context=" + ObjectName.quote(context));
        add("type=Sessions" + key, new SessionsBean(managed), SessionsMXBean.class);
        add("type=Channels" + key, new ChannelsBean(managed), ChannelsMXBean.class);
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
    @GuardedBy("lock")
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

    @GuardedBy("lock")
    private <T> void add(String properties, T bean, Class<T> type) throws JMException {
        ObjectName name = new ObjectName(DOMAIN + properties);
        platform().registerMBean(new StandardMBean(bean, type, true), name);
        registered.add(name);
    }

    @GuardedBy("lock")
    private void unregisterAll() {
        for (ObjectName name : registered) {
            try {
                if (platform().isRegistered(name)) {
                    platform().unregisterMBean(name);
                }
            } catch (JMException | RuntimeException e) {
                LOGGER.log(Level.WARNING, "BYX-1313: JMX keeps " + name + ", and with it the application", e);
            }
        }
        registered.clear();
    }

    private static MBeanServer platform() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
