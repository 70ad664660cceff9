package org.bayeux.server.engine.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.bayeux.server.engine.access.Verdict;

/** What became of one received message. */
enum Outcome {
    /** Its reply is complete. */
    REPLIED,
    /** It is a connect that is held; its reply comes by another way. */
    HELD;

    private static final CompletionStage<Outcome> REPLIED_NOW = CompletableFuture.completedFuture(REPLIED);
    private static final CompletionStage<Outcome> HELD_NOW = CompletableFuture.completedFuture(HELD);

    /** Known at once, without a future of its own. */
    CompletionStage<Outcome> now() {
        return this == REPLIED ? REPLIED_NOW : HELD_NOW;
    }

    /** Goes on once the verdict is there; a refusal becomes the reply. */
    static CompletionStage<Outcome> after(
            CompletionStage<Verdict> verdict, Request request, Supplier<Outcome> ifGranted) {
        return afterThat(verdict, request, () -> ifGranted.get().now());
    }

    /** The same for what may take its time then. */
    static CompletionStage<Outcome> afterThat(
            CompletionStage<Verdict> verdict, Request request, Supplier<CompletionStage<Outcome>> ifGranted) {
        if (verdict == Verdict.granted()) {
            return ifGranted.get();
        }
        return verdict.thenCompose(it -> {
            if (it.error() == null) {
                return ifGranted.get();
            }
            return (it.isFailure() ? request.fail(it.error()) : request.refuse(it.error())).now();
        });
    }
}
