package org.bayeux.it.cdi.business;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;

/** Answers on other threads than those that messages come on. */
@Service
public class LaterService {

    @Resource
    private ManagedExecutorService executor;

    /** Runs on a managed thread as a whole. */
    @Asynchronous
    @RemoteCall("later/asynchronous")
    public CompletionStage<String> asynchronous(String text) {
        return Asynchronous.Result.complete(text + " later");
    }

    @Asynchronous
    @RemoteCall("later/failing")
    public CompletableFuture<String> failing(String text) {
        throw new IllegalStateException("secret detail");
    }

    @RemoteCall("later/executor")
    public CompletionStage<String> executor(String text) {
        return executor.supplyAsync(() -> text + " by an executor");
    }

    /** The decision is made on a managed thread; the message waits for it. */
    @Asynchronous
    @Listener("/reviewed")
    public CompletionStage<Boolean> review(String text) {
        return Asynchronous.Result.complete(!text.equals("bad"));
    }

    @RemoteCall("later/caller")
    public void caller(String text, RemoteCall.Caller caller) {
        executor.execute(() -> caller.result(text + " by its caller"));
    }

    @RemoteCall("later/marked")
    @Marked
    public String marked(String text) {
        return "<" + text + ">";
    }
}
