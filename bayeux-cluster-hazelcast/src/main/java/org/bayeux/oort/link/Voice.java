package org.bayeux.oort.link;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Says that this node is there, and that it goes, in this order: a word behind its farewell would make the others wait for
 * one that is gone.
 *
 * <p>Thread-safe by one lock, under which packets are given to the network and nothing else happens.
 */
final class Voice {

    private final ReentrantLock lock = new ReentrantLock();
    private final Packet.Hello hello;

    @GuardedBy("lock")
    private boolean silent = true;

    Voice(UUID self, String url) {
        this.hello = new Packet.Hello(self, url);
    }

    /** From now on it may say that it is there. */
    void begin() {
        lock.lock();
        try {
            silent = false;
        } finally {
            lock.unlock();
        }
    }

    /** Says that this node is there, unless it has gone. */
    void sayHello(Consumer<byte[]> sending) {
        lock.lock();
        try {
            if (!silent) {
                sending.accept(hello.encode());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says that this node goes, and no more. */
    void sayBye(Consumer<byte[]> sending) {
        lock.lock();
        try {
            silent = true;
            sending.accept(new Packet.Bye(hello.from()).encode());
        } finally {
            lock.unlock();
        }
    }
}
