package org.bayeux.oort.hazelcast;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Whether a member that Hazelcast has removed has ended. It removes those too that it did not hear for a while, and one that
 * stood still removes all others when it goes on: to take the living for dead would make two masters. Stateless.
 */
final class Pulse {

    /** So long may an event of Hazelcast be held up; where a process has ended, the answer comes at once. */
    private static final int PATIENCE_MILLIS = 500;

    private Pulse() {}

    /** Whether nobody listens there any more, although the machine answers. */
    static boolean isGone(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
