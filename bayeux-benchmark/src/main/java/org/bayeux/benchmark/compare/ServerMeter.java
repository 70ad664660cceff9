package org.bayeux.benchmark.compare;

import java.time.Duration;
import org.bayeux.benchmark.load.Meter;
import org.bayeux.benchmark.server.ProcessFigures;

/** Takes the processor time of a server while the load client measures, and its heap where that is asked for. */
final class ServerMeter implements Meter {

    private static final ProcessFigures.Heap NOTHING = new ProcessFigures.Heap(0, 0);

    private final ProcessFigures figures;
    private final boolean withHeap;
    private final ProcessFigures.Heap heapBefore;
    private ProcessFigures.Heap heap = NOTHING;
    private Duration cpu = Duration.ZERO;
    private int threads;

    /** To be made before the clients come. */
    ServerMeter(ProcessFigures figures, boolean withHeap) {
        this.figures = figures;
        this.withHeap = withHeap;
        this.heapBefore = withHeap ? figures.liveHeap() : NOTHING;
    }

    @Override
    public void begin() {
        cpu = figures.cpu();
    }

    @Override
    public void end() {
        cpu = figures.cpu().minus(cpu);
        threads = figures.threads();
        heap = withHeap ? figures.liveHeap() : NOTHING;
    }

    Duration cpu() {
        return cpu;
    }

    int threads() {
        return threads;
    }

    /** What the clients added, of all classes. */
    long heap() {
        return heap.all() - heapBefore.all();
    }

    /** What they added of the engine's own classes. */
    long engineHeap() {
        return heap.engine() - heapBefore.engine();
    }
}
