package org.bayeux.server.spi;

/**
 * The clock of the engine: monotonic, unrelated to wall-clock time, so that a changed system clock expires nobody.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since an arbitrary origin; only differences have a meaning. */
    long nanos();

    /** The clock of the machine. */
    static Ticker system() {
        return System::nanoTime;
    }
}
