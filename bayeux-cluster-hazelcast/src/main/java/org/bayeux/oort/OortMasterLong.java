package org.bayeux.oort;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.bayeux.oort.object.Answer;
import org.bayeux.oort.object.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * Gives out numbers that are unique in the cluster, whatever becomes of its nodes as long as one is left (manual 9.7.2.2).
 *
 * <p>They grow. The master reserves them in blocks, of which it gives out none before all nodes that are there know of it
 * and these are a majority: when the master changes, those that are left of its block are skipped. Where there is no
 * master, see {@link OortMasterService}, there are no numbers. A cluster of which no node is left begins anew.
 */
public final class OortMasterLong extends OortMasterService<Long, OortMasterLong.Callback> {

    /** At once; so many can be taken ten times a second for hundreds of years. */
    private static final long MOST = 1_000_000_000;

    private static final String ADD = "add";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String OWNER = "owner";
    private static final String VOTERS = "voters";

    private final Blocks blocks;

    /** Makes one whose first number is 0. */
    public OortMasterLong(Oort oort, String name) {
        this(oort, name, true, 0);
    }

    /**
     * Makes one.
     *
     * @param master see {@link OortMasterService#OortMasterService(Oort, String, boolean)}
     * @param initial the first number
     */
    public OortMasterLong(Oort oort, String name, boolean master, long initial) {
        super(oort, name, master, initial);
        this.blocks = new Blocks(mastership(), this::propose);
    }

    /**
     * Takes as many numbers.
     *
     * @param delta how many, 1 to 1,000,000,000
     * @param callback gets the first of them
     * @throws IllegalArgumentException if {@code delta} is none of these
     */
    public void getAndAdd(long delta, Callback callback) {
        forward(getMasterOortURL(), request(delta), callback);
    }

    /**
     * The same.
     *
     * @param callback gets the first number behind them
     */
    public void addAndGet(long delta, Callback callback) {
        getAndAdd(delta, new Callback() {
            @Override
            public void succeeded(Long result) {
                callback.succeeded(result + delta);
            }

            @Override
            public void failed(@Nullable Object failure) {
                callback.failed(failure);
            }
        });
    }

    private static Map<String, Object> request(long delta) {
        if (!isLegal(delta)) {
            throw new IllegalArgumentException("numbers by " + delta + ", legal is 1 to " + MOST);
        }
        return Map.of(ADD, delta);
    }

    private static boolean isLegal(long delta) {
        return delta > 0 && delta <= MOST;
    }

    private CompletionStage<Answer> propose(String url, long from, long to, Set<String> voters) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        ask(url, Map.of(FROM, from, TO, to, OWNER, mastership().id(), VOTERS, voters), answer::complete);
        return answer;
    }

    @Override
    CompletionStage<Answer> perform(Request request) {
        Map<String, @Nullable Object> data = request.getDataAsMap();
        if (data.get(ADD) instanceof Number delta && isLegal(delta.longValue())) {
            return blocks.take(delta.longValue());
        }
        if (data.get(FROM) instanceof Number from
                && data.get(TO) instanceof Number to
                && data.get(OWNER) instanceof String owner
                && data.get(VOTERS) instanceof Collection<?> ids) {
            Set<String> voters = ids.stream().map(String::valueOf).collect(Collectors.toSet());
            boolean accepted = mastership().accept(from.longValue(), to.longValue(), owner, voters);
            return CompletableFuture.completedFuture(
                    Answer.success(List.of(accepted, mastership().reserved())));
        }
        throw new IllegalArgumentException("neither numbers nor a block: " + data);
    }

    @Override
    protected Result<Long> onForward(Request request) {
        throw new IllegalStateException("numbers are given out by blocks");
    }

    @Override
    protected void onForwardSucceeded(@Nullable Long result, Callback context) {
        context.succeeded(Objects.requireNonNull(result));
    }

    @Override
    protected void onForwardFailed(@Nullable Object failure, Callback context) {
        context.failed(failure);
    }

    /**
     * Gets a number, or the reason why there is none; one of the methods is called once, by a thread of the server. Whoever
     * tries again where it failed had better wait a little, since there may be no master for some seconds.
     */
    public interface Callback {

        /** The number. */
        void succeeded(Long result);

        /** There is none for now, or it is not known; whoever tries again gets another one. */
        void failed(@Nullable Object failure);
    }
}
