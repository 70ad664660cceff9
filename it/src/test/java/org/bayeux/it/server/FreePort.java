package org.bayeux.it.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that nobody listens on at the moment. It is none of those that the system gives to outgoing connections, so that a
 * server that is started again finds it free.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int BEHIND_HIGHEST = 32_000;
    private static final int MOST_TRIALS = 100;

    /** Some may not be listened on yet. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** One of the loopback interface, each time another one. */
    public static int onLoopback() throws IOException {
        for (int i = 0; i < MOST_TRIALS; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEHIND_HIGHEST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new BindException("no free port found between " + LOWEST + " and " + BEHIND_HIGHEST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
