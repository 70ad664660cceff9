package org.bayeux.jaxrs;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.TimeoutHandler;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The suspended response of a JAX-RS implementation. */
@SuppressWarnings("unused") // called by Stub
final class TestResponse {

    /** What the response does instead of being written. */
    RuntimeException failure;

    private Response answer;
    private Thread writer;
    private TimeoutHandler handler;
    private long timeout;

    AsyncResponse response() {
        return Stub.of(AsyncResponse.class, this);
    }

    boolean isAnswered() {
        return answer != null;
    }

    Response answer() {
        return answer;
    }

    String body() {
        return new String((byte[]) answer.getEntity(), StandardCharsets.UTF_8);
    }

    /** The thread that wrote the answer. */
    Thread writer() {
        return writer;
    }

    /** Seconds; 0 for none. */
    long timeout() {
        return timeout;
    }

    void expire() {
        handler.handleTimeout(response());
    }

    public boolean resume(Object entity) {
        if (failure != null) {
            throw failure;
        }
        if (answer != null) {
            return false;
        }
        answer = (Response) entity;
        writer = Thread.currentThread();
        return true;
    }

    public boolean setTimeout(long time, TimeUnit unit) {
        timeout = unit.toSeconds(time);
        return true;
    }

    public void setTimeoutHandler(TimeoutHandler handler) {
        this.handler = handler;
    }
}
