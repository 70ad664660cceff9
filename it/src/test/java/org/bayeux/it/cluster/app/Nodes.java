package org.bayeux.it.cluster.app;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.oort.Oort;
import org.bayeux.oort.event.MemberJoined;
import org.bayeux.oort.event.MemberLeft;

/** Answers which nodes it knows, and which came and went. */
@Service
public class Nodes {

    private final List<String> events = new CopyOnWriteArrayList<>();

    @Inject
    private Oort oort;

    void joined(@Observes MemberJoined event) {
        events.add("joined " + event.url());
    }

    void left(@Observes MemberLeft event) {
        events.add("left " + event.url());
    }

    /** The URL of this node. */
    @RemoteCall("nodes/own")
    public String own() {
        return oort.getURL();
    }

    /** The URLs of the others. */
    @RemoteCall("nodes/known")
    public List<String> known() {
        return List.copyOf(oort.getKnownComets());
    }

    /** The same as JMX shows it. */
    @RemoteCall("nodes/shown")
    public List<String> shown() throws JMException {
        MBeanServer platform = ManagementFactory.getPlatformMBeanServer();
        ObjectName bean = platform.queryNames(new ObjectName("org.bayeux:type=Cluster,*"), null)
                .iterator()
                .next();
        return List.of((String[]) platform.getAttribute(bean, "KnownComets"));
    }

    /** What observers heard. */
    @RemoteCall("nodes/events")
    public List<String> events() {
        return List.copyOf(events);
    }
}
