package org.bayeux.wire;

/**
 * Goes with a message through a server, and so learns when the last receiver has it. Thread-safe; {@link #keep} may be called
 * under a lock, {@link #letGo} not.
 */
public interface Companion {

    /** The message waits for one receiver more. */
    void keep();

    /** One receiver less waits for the message: it has left, or never will. */
    void letGo();
}
