package org.bayeux.benchmark.cluster;

import java.time.Duration;
import org.bayeux.benchmark.load.Meter;
import org.bayeux.benchmark.server.RunningCluster;

/** Takes the processor time of all nodes while the load client measures. Confined to one thread. */
final class CpuMeter implements Meter {

    private final RunningCluster cluster;
    private Duration cpu = Duration.ZERO;

    CpuMeter(RunningCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public void begin() {
        cpu = cluster.cpu();
    }

    @Override
    public void end() {
        cpu = cluster.cpu().minus(cpu);
    }

    Duration cpu() {
        return cpu;
    }
}
