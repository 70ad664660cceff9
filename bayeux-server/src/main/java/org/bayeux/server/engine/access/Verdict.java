package org.bayeux.server.engine.access;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.wire.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * Whether something may be done, now or later.
 *
 * <p>Immutable.
 *
 * @param error the Bayeux error that says why not; {@code null} if it may be done
 * @param isFailure whether nobody said no: who was asked could not tell, and may be able to later
 */
public record Verdict(@Nullable String error, boolean isFailure) {

    /** It may be done. */
    public static final Verdict GRANTED = new Verdict(null, false);

    /** Whoever was asked could not tell. */
    public static final Verdict FAILED = new Verdict(BayeuxError.POLICY_FAILED, true);

    /** The usual answer, made once: comparing with it spares the normal path all futures. */
    private static final CompletionStage<Verdict> GRANTED_NOW = CompletableFuture.completedFuture(GRANTED);

    /** It may be done, known at once. */
    public static CompletionStage<Verdict> granted() {
        return GRANTED_NOW;
    }

    /** It may not be done, known at once. */
    public static CompletionStage<Verdict> refused(String error) {
        return CompletableFuture.completedFuture(new Verdict(error, false));
    }

    /** A yes or no that is known at once. */
    public static CompletionStage<Verdict> of(boolean granted, String errorIfNot) {
        return granted ? GRANTED_NOW : refused(errorIfNot);
    }

    /**
     * A yes or no that the application gives later.
     *
     * @param here runs what goes on after the answer, on whatever thread it comes
     * @param code what was asked, for the log if it fails
     * @param ifFailed what a failure means
     */
    public static CompletionStage<Verdict> of(
            Executor here, CompletionStage<Boolean> answer, Object code, Verdict ifFailed, String errorIfNot) {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        answer.whenComplete((granted, failure) -> {
            Verdict given = ifFailed;
            if (failure != null) {
                UserCode.failedLater(code, failure);
            } else if (granted == null) {
                UserCode.failedLater(code, new NullPointerException("a stage ended with null, legal is true or false"));
            } else {
                given = granted ? GRANTED : new Verdict(errorIfNot, false);
            }
            Verdict told = given;
            here.execute(() -> verdict.complete(told));
        });
        return verdict;
    }

    /** Asks the next one only if this one grants. */
    public static CompletionStage<Verdict> then(
            CompletionStage<Verdict> first, Supplier<CompletionStage<Verdict>> next) {
        return first == GRANTED_NOW
                ? next.get()
                : first.thenCompose(it -> it.isGranted() ? next.get() : CompletableFuture.completedFuture(it));
    }

    /** The verdict in words, for operators. */
    public String told() {
        return error == null ? "yes" : OneLine.of(error);
    }

    /** Whether it may be done. */
    public boolean isGranted() {
        return error == null;
    }
}
