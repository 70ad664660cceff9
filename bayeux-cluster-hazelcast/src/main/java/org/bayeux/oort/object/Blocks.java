package org.bayeux.oort.object;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gives out the numbers of blocks that a master has reserved: of none before all nodes that are there have accepted it.
 *
 * <p>Thread-safe by one lock, under which nobody is asked or answered.
 */
public final class Blocks {

    private static final long SIZE = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Mastership mastership;
    private final Proposal proposal;

    @GuardedBy("lock")
    private long next;

    @GuardedBy("lock")
    private long end;

    @GuardedBy("lock")
    private boolean reserving;

    @GuardedBy("lock")
    private final List<Waiting> waiting = new ArrayList<>();

    /** Makes one without numbers. */
    public Blocks(Mastership mastership, Proposal proposal) {
        this.mastership = mastership;
        this.proposal = proposal;
    }

    /** Asks a node to accept a block. */
    @FunctionalInterface
    public interface Proposal {

        /**
         * Completes with whether the node has accepted it, and below which number all may have been given out.
         *
         * @param voters see {@link Mastership#accept}
         */
        CompletionStage<Answer> to(String url, long from, long to, Set<String> voters);
    }

    private record Waiting(long count, CompletableFuture<Answer> answer) {}

    /** Takes as many numbers; completes with the first of them. */
    public CompletionStage<Answer> take(long count) {
        Waiting one = new Waiting(count, new CompletableFuture<>());
        boolean begin;
        Answer answer = null;
        boolean master = mastership.isMaster();
        lock.lock();
        try {
            if (waiting.isEmpty() && master) {
                answer = taken(count);
            }
            begin = answer == null && !reserving;
            if (answer == null) {
                waiting.add(one);
                reserving = true;
            }
        } finally {
            lock.unlock();
        }
        if (answer != null) {
            one.answer.complete(answer);
        } else if (begin) {
            reserve(count);
        }
        return one.answer;
    }

    @GuardedBy("lock")
    private @Nullable Answer taken(long count) {
        if (count > end - next) {
            return null;
        }
        long first = next;
        next += count;
        return Answer.success(first);
    }

    private void reserve(long atLeast) {
        try {
            tryToReserve(atLeast);
        } catch (IllegalStateException e) {
            // Stopped meanwhile; whoever waits must not wait for the next start.
            finish(Answer.failure("the node takes no part any more: " + e.getMessage()));
        }
    }

    private void tryToReserve(long atLeast) {
        Map<String, String> voters = mastership.voters();
        if (!mastership.isMaster()) {
            finish(Answer.failure("the node is not the master"));
            return;
        }
        long from = mastership.reserved();
        long to = from + Math.max(SIZE, atLeast);
        if (!mastership.accept(from, to, mastership.id(), voters.keySet())) {
            finish(Answer.failure("the numbers were reserved by another node; try again"));
            return;
        }
        List<CompletableFuture<Boolean>> asked = voters.entrySet().stream()
                .filter(voter -> !voter.getKey().equals(mastership.id()))
                .map(voter -> proposal.to(voter.getValue(), from, to, voters.keySet())
                        .thenApply(this::isAccepted)
                        .toCompletableFuture())
                .toList();
        CompletableFuture<?> unused = CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
                .whenComplete((all, unanswered) -> {
                    // Whoever came meanwhile has been told of the block by this node, and whoever left is no majority's
                    // concern. An answer may come when this node has stopped.
                    if (unanswered == null
                            && asked.stream().allMatch(CompletableFuture::join)
                            && mastership.isMaster()) {
                        add(from, to);
                    } else {
                        finish(Answer.failure("numbers cannot be reserved now; try again"));
                    }
                });
    }

    private boolean isAccepted(Answer answer) {
        if (answer.succeeded()
                && answer.data() instanceof List<?> data
                && data.size() == 2
                && data.get(1) instanceof Number reserved) {
            mastership.learn(reserved.longValue());
            return Boolean.TRUE.equals(data.get(0));
        }
        return false;
    }

    private void add(long from, long to) {
        lock.lock();
        try {
            if (from != end) {
                next = from;
            }
            end = to;
        } finally {
            lock.unlock();
        }
        finish(Answer.failure("the block was too small; try again"));
    }

    /** Answers those who wait, the ones for whom there is no number with this failure. */
    private void finish(Answer failure) {
        List<Runnable> answers = new ArrayList<>();
        boolean master = mastership.isMaster();
        lock.lock();
        try {
            reserving = false;
            for (Waiting one : waiting) {
                Answer taken = master ? taken(one.count) : null;
                answers.add(() -> one.answer.complete(taken == null ? failure : taken));
            }
            waiting.clear();
        } finally {
            lock.unlock();
        }
        answers.forEach(Runnable::run);
    }
}
