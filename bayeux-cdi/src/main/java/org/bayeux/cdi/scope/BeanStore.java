package org.bayeux.cdi.scope;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.bayeux.cdi.lifecycle.CdiLog;
import org.jspecify.annotations.Nullable;

/**
 * The beans of one session.
 *
 * <p>Thread-safe. Unlike all others, this lock is held while code of the application runs: while it makes a bean. Two
 * messages of one client must not make two, and beans that are made for each other on two threads must not wait for each
 * other, so nothing less than one lock for the session will do. It is reentrant, for beans that need each other. Beans are
 * destroyed without it.
 */
final class BeanStore {

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<Contextual<?>, Made<?>> beans = new LinkedHashMap<>();

    @GuardedBy("lock")
    private boolean ended;

    /** The bean, made if need be and if there is a way to; {@code null} otherwise. */
    @SuppressWarnings("unchecked") // what is made for a contextual is of its type
    <T> @Nullable T get(Contextual<T> bean, @Nullable CreationalContext<T> creation) {
        lock.lock();
        try {
            Made<?> made = beans.get(bean);
            if (made == null && creation != null) {
                made = make(bean, creation);
            }
            return made == null ? null : (T) made.object();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private <T> Made<T> make(Contextual<T> bean, CreationalContext<T> creation) {
        if (ended) {
            throw new ContextNotActiveException("the Bayeux session has ended");
        }
        Made<T> made = new Made<>(bean, bean.create(creation), creation);
        beans.put(bean, made);
        return made;
    }

    /** Destroys one bean, if it is there. */
    void destroy(Contextual<?> bean) {
        Made<?> made;
        lock.lock();
        try {
            made = beans.remove(bean);
        } finally {
            lock.unlock();
        }
        if (made != null) {
            made.destroy();
        }
    }

    /** Destroys all, the youngest first; none is made any more. */
    void end() {
        List<Made<?>> all;
        lock.lock();
        try {
            ended = true;
            all = new ArrayList<>(beans.values());
            beans.clear();
        } finally {
            lock.unlock();
        }
        Deque<Made<?>> youngestFirst = new ArrayDeque<>();
        all.forEach(youngestFirst::push);
        youngestFirst.forEach(made -> CdiLog.attempt("a bean of a session", made::destroy));
    }

    private record Made<T>(Contextual<T> bean, T object, CreationalContext<T> creation) {

        void destroy() {
            bean.destroy(object, creation);
        }
    }
}
