package org.bayeux.benchmark;

import java.io.PrintStream;
import org.bayeux.benchmark.load.Progress;
import org.bayeux.server.spi.Ticker;

/** Prints one line a second at most. Not thread-safe. */
final class ConsoleProgress implements Progress {

    private static final long SECOND = 1_000_000_000;

    private final PrintStream out;
    private final Ticker ticker;
    private long next;

    ConsoleProgress(PrintStream out, Ticker ticker) {
        this.out = out;
        this.ticker = ticker;
        this.next = ticker.nanos() + SECOND;
    }

    @Override
    public void tell(String line) {
        long now = ticker.nanos();
        if (now - next >= 0) {
            out.println(line);
            next = now + SECOND;
        }
    }
}
