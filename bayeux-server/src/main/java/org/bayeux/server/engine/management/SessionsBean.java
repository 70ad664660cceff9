package org.bayeux.server.engine.management;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bayeux.server.engine.session.SessionHandle;
import org.bayeux.server.jmx.SessionDescription;
import org.bayeux.server.jmx.SessionsMXBean;
import org.jspecify.annotations.Nullable;

/** The sessions. Thread-safe. */
final class SessionsBean implements SessionsMXBean {

    private final ManagedServer managed;

    SessionsBean(ManagedServer managed) {
        this.managed = managed;
    }

    @Override
    public int getCount() {
        return managed.sessions().count();
    }

    @Override
    public int getLocalCount() {
        return (int) all().filter(SessionHandle::isLocalSession).count();
    }

    @Override
    public long getQueuedMessages() {
        return all().mapToLong(SessionHandle::getQueueSize).sum();
    }

    @Override
    public int getLongestQueue() {
        return all().mapToInt(SessionHandle::getQueueSize).max().orElse(0);
    }

    @Override
    public List<SessionDescription> list(int from, int count) {
        return listed(all(), new Page(from, count));
    }

    @Override
    public List<SessionDescription> listWithUserAgent(String part, int from, int count) {
        return listed(
                all().filter(it -> {
                    String agent = it.getUserAgent();
                    return agent != null && agent.contains(part);
                }),
                new Page(from, count));
    }

    @Override
    public List<SessionDescription> listByQueueSize(int from, int count) {
        // Sizes change meanwhile, which a sort must not see.
        Page page = new Page(from, count);
        return page.of(all().map(it -> new Sized(it, it.getQueueSize()))
                .sorted(Comparator.comparingInt(Sized::size).reversed())
                .map(it -> new SessionView(it.session())));
    }

    @Override
    public @Nullable SessionDescription describe(String id) {
        SessionHandle session = managed.sessions().get(id);
        return session == null ? null : new SessionView(session);
    }

    @Override
    public boolean disconnect(String id) {
        SessionHandle session = managed.sessions().get(id);
        if (session != null) {
            managed.soon(session::disconnect);
        }
        return session != null;
    }

    private Stream<SessionHandle> all() {
        return managed.sessions().all().stream();
    }

    private static List<SessionDescription> listed(Stream<SessionHandle> sessions, Page page) {
        return page.of(
                sessions.sorted(Comparator.comparing(SessionHandle::getId)).map(SessionView::new));
    }

    private record Sized(SessionHandle session, int size) {}
}
