package org.bayeux.cdi.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bayeux.cdi.lifecycle.CdiLog;
import org.bayeux.cdi.spi.BayeuxApplication;
import org.bayeux.cdi.spi.TransportAdapter;

/** The adapters of one web application. Confined to the threads that start and stop it, one after another. */
final class Adapters {

    private final List<TransportAdapter> all;
    private final Deque<TransportAdapter> started = new ArrayDeque<>();

    Adapters(List<TransportAdapter> all) {
        this.all = all;
    }

    void start(ServletContext context, BayeuxApplication application) throws ServletException {
        for (TransportAdapter adapter : all) {
            // Noted first, so that one that fails on its way is stopped as well.
            started.push(adapter);
            adapter.start(context, application);
        }
    }

    /** Those that started last first. */
    void stop() {
        while (!started.isEmpty()) {
            TransportAdapter adapter = started.pop();
            CdiLog.attempt(adapter.getClass().getName(), adapter::stop);
        }
    }
}
