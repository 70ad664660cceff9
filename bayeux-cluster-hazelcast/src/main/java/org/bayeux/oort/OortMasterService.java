package org.bayeux.oort;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.oort.object.Answer;
import org.bayeux.oort.object.Mastership;
import org.jspecify.annotations.Nullable;

/**
 * A service of which one node is the master, which alone acts (manual 9.7.2.2). The master is the oldest node that has the
 * service and may be it; when it leaves, the oldest of the others is.
 *
 * <p>When nodes cannot reach each other, those have a master that are more than half of all that were there, or half of them
 * with the oldest. The others have none: so of two nodes the younger one waits if the older one falls silent, but goes on
 * if that is known to have ended. A master that is cut off or stands still may act until it notices, ten seconds at most
 * after it can act again.
 *
 * @param <R> see {@link OortService}
 * @param <C> see {@link OortService}
 */
public abstract class OortMasterService<R, C> extends OortService<R, C> {

    private final Mastership mastership;

    /** Makes a service of which this node may be the master. */
    protected OortMasterService(Oort oort, String name) {
        this(oort, name, true);
    }

    /**
     * Makes a service.
     *
     * @param master whether this node may be the master; if that is so on one node only, it is
     */
    protected OortMasterService(Oort oort, String name, boolean master) {
        this(oort, name, master, 0);
    }

    OortMasterService(Oort oort, String name, boolean master, long initial) {
        super(oort, name);
        this.mastership = new Mastership(
                oort.commons().masters(), name, master, initial, InstantSource.system(), oort::isIntroduced);
    }

    @Override
    public void start() {
        super.start();
        mastership.start();
    }

    @Override
    public void stop() {
        mastership.stop();
        super.stop();
    }

    /** Whether this node is the master. */
    public final boolean isMaster() {
        return mastership.isMaster();
    }

    /** The master, to which actions are to be {@linkplain #forward forwarded}; {@code null} if there is none now. */
    public final @Nullable String getMasterOortURL() {
        return mastership.masterUrl();
    }

    Mastership mastership() {
        return mastership;
    }

    @Override
    CompletionStage<Answer> perform(Request request) {
        return isMaster()
                ? super.perform(request)
                : CompletableFuture.completedFuture(Answer.failure("the node is not the master"));
    }
}
