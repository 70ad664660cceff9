package org.bayeux.benchmark.server;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.CompletableFuture;

/**
 * Ends a server when the tool that started it is gone, however it went: an agent in the server's JVM, which watches the
 * process of the tool. A single class without helpers, so that nothing else of the tool reaches the server's class path.
 */
public final class Leash {

    private Leash() {}

    /** Called by the server's JVM before anything else, with the number of the process to watch. */
    public static void premain(String owner, Instrumentation jvm) {
        CompletableFuture<?> unused = ProcessHandle.of(Long.parseLong(owner))
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(ProcessHandle.current()))
                .thenRun(() -> Runtime.getRuntime().halt(1));
    }
}
