package org.bayeux.it.server.leash;

import java.lang.instrument.Instrumentation;

/**
 * Ends a server when the tests that started it are gone, however they went: an agent in the server's JVM, which watches
 * the process of the tests. A single class without helpers, so that nothing of the tests reaches the server's class path.
 */
public final class Leash {

    private Leash() {}

    /** Called by the server's JVM before anything else, with the number of the process to watch. */
    public static void premain(String owner, Instrumentation unused) {
        ProcessHandle.of(Long.parseLong(owner))
                .ifPresentOrElse(process -> process.onExit().thenRun(Leash::end), Leash::end);
    }

    private static void end() {
        Runtime.getRuntime().halt(1);
    }
}
