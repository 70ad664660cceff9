package org.bayeux.server.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.server.engine.channel.ChannelSweeper;
import org.bayeux.server.engine.watch.Watch;

/**
 * What is done again and again: unused channels are looked for, and the level of the log is.
 *
 * <p>Thread-safe: a sweep that is asked for while another one runs is left out.
 */
final class Sweep implements Runnable {

    private final ChannelSweeper channels;
    private final Watch watch;
    private final AtomicBoolean running = new AtomicBoolean();

    Sweep(ChannelSweeper channels, Watch watch) {
        this.channels = channels;
        this.watch = watch;
    }

    @Override
    public void run() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            watch.story().refresh();
            channels.sweep();
            watch.figures().swept();
        } finally {
            running.set(false);
        }
    }
}
