package org.bayeux.websocket;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A socket whose sends complete when the test says so, unless it is told otherwise. */
final class TestSocket implements TextSender, Closer {

    final List<String> sent = new ArrayList<>();
    final List<Integer> closes = new ArrayList<>();
    boolean completesAtOnce;
    RuntimeException refusal;
    int mostUnderWay;

    private final Deque<SendHandler> underWay = new ArrayDeque<>();

    @Override
    public void send(String text, SendHandler completion) {
        if (refusal != null) {
            throw refusal;
        }
        sent.add(text);
        underWay.add(completion);
        mostUnderWay = Math.max(mostUnderWay, underWay.size());
        if (completesAtOnce) {
            complete();
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        closes.add(code.getCode());
    }

    boolean isIdle() {
        return underWay.isEmpty();
    }

    void complete() {
        underWay.remove().onResult(new SendResult());
    }

    void fail() {
        underWay.remove().onResult(new SendResult(new IOException("reset")));
    }
}
