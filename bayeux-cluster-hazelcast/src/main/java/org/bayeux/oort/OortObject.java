package org.bayeux.oort;

import java.util.Collection;
import java.util.EventListener;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.bayeux.api.server.LocalSession;
import org.bayeux.oort.object.Content;
import org.bayeux.oort.object.Listeners;
import org.bayeux.oort.object.ObjectLog;
import org.bayeux.oort.object.Part;
import org.bayeux.oort.object.Parts;
import org.bayeux.oort.object.Watcher;
import org.bayeux.wire.JsonContext;
import org.jspecify.annotations.Nullable;

/**
 * Something of which each node of a cluster owns a part and knows those of all others that have an object of the same name
 * (manual 9.7.1). Only its owner replaces a part. A part leaves with its node; nodes that could not reach each other have
 * equal parts again soon after they can.
 *
 * <p>Parts travel as JSON, on no channel: no client can read or change them. What is shared must not be changed in place
 * afterwards; to change it, share something new.
 *
 * <p>Thread-safe: each share is atomic, and all nodes see those of one node in the same order. Listeners and results are
 * called one after another, without any lock, by the thread that shares or brings a change, or by another that is just
 * doing so.
 *
 * @param <T> parts
 */
public class OortObject<T> implements Iterable<OortObject.Info<T>> {

    private final Oort oort;
    private final String name;
    private final Factory<T> factory;
    private final JsonContext json;
    private final Listeners<Listener<T>> listeners;
    private final Parts<T> parts;

    /** Written by whoever starts and stops it. */
    private volatile @Nullable LocalSession session;

    /**
     * Makes an object, which is to be {@link #start started} before it is used.
     *
     * @param name the same on all nodes, another for each object of a node
     */
    public OortObject(Oort oort, String name, Factory<T> factory) {
        this.oort = oort;
        this.name = name;
        this.factory = factory;
        this.json = oort.engine().codec().context();
        this.listeners = new Listeners<>(name);
        this.parts = new Parts<>(oort.commons().objects(), name, new Form(), new Events());
    }

    /** The node. */
    public final Oort getOort() {
        return oort;
    }

    /** What tells this object from others. */
    public final String getName() {
        return name;
    }

    /** What makes parts. */
    public final Factory<T> getFactory() {
        return factory;
    }

    /**
     * A session of this object, for messages that it publishes or delivers.
     *
     * @throws IllegalStateException if it has not been started
     */
    public final LocalSession getLocalSession() {
        LocalSession current = session;
        if (current == null) {
            throw new IllegalStateException("'" + name + "' is not started: call start() before using it");
        }
        return current;
    }

    /**
     * Begins with a part as the factory makes it from {@code null}, and to tell and hear of parts.
     *
     * @throws IllegalStateException if the node has started another object of that name, or the security policy refuses
     *     the session of the object
     */
    public void start() {
        parts.start(adopt(factory.newObject(null, json)));
        LocalSession own = oort.getBayeuxServer().newLocalSession(name);
        own.handshake();
        if (!own.isHandshook()) {
            parts.stop();
            throw new IllegalStateException("The security policy refuses the session of '" + name + "'");
        }
        session = own;
    }

    /** Removes the own part from all nodes, and forgets those of others. Does nothing if it is not started. */
    public void stop() {
        parts.stop();
        LocalSession own = session;
        if (own != null) {
            session = null;
            own.disconnect();
        }
    }

    /** Whether it has been started and not been stopped since. */
    public final boolean isRunning() {
        return session != null;
    }

    /**
     * Replaces the own part, here and on all nodes.
     *
     * @return the part that was replaced
     * @throws IllegalStateException if it has not been started
     * @throws org.bayeux.wire.JsonWriteException if the part has no JSON form; nothing has changed then
     */
    public T setAndShare(T newObject) {
        return parts.replace(adopt(newObject), before -> {}).value();
    }

    /**
     * The same.
     *
     * @param callback gets the part that was replaced, once listeners here have been told
     */
    public void setAndShare(T newObject, @Nullable Result<T> callback) {
        Part<T> unused = parts.replace(adopt(newObject), before -> tell(callback, before.value()));
    }

    /** The part of a node; {@code null} if it is not known. */
    public final @Nullable Info<T> getInfo(String oortURL) {
        return getInfos().stream()
                .filter(info -> info.getOortURL().equals(oortURL))
                .findFirst()
                .orElse(null);
    }

    /** The parts that are known now, that of this node first; an unmodifiable snapshot. */
    public final Collection<Info<T>> getInfos() {
        return parts.all().stream().map(Info::new).toList();
    }

    @Override
    public final Iterator<Info<T>> iterator() {
        return getInfos().iterator();
    }

    /** Makes one of all parts that are known now. */
    public final <R> R merge(Merger<T, R> merger) {
        return merger.merge(getInfos());
    }

    /** Tells a listener from now on. */
    public final void addListener(Listener<T> listener) {
        listeners.add(listener);
    }

    /** Tells it no more. */
    public final void removeListener(Listener<T> listener) {
        listeners.remove(listener);
    }

    /** Tells no listener any more. */
    public void removeListeners() {
        listeners.clear();
    }

    /** As the object holds it: safe to be read while it changes. */
    T adopt(T part) {
        return part;
    }

    T read(@Nullable Object representation) {
        return factory.newObject(representation, json);
    }

    @Nullable
    Object write(T part) {
        return part;
    }

    T copy(T part) {
        return part;
    }

    Content.Change<T> readChange(@Nullable Object representation) {
        throw new IllegalArgumentException("'" + name + "' is a list or map on another node, but none here");
    }

    void change(Parts.Decision<T> decision) {
        parts.change(decision);
    }

    /** For values whose JSON form takes no code of the application. */
    T update(UnaryOperator<T> operation) {
        return parts.update(operation).value();
    }

    Part<T> own() {
        return parts.own();
    }

    String generate(@Nullable Object value) {
        return json.generate(value);
    }

    <R> void tell(@Nullable Result<R> callback, @Nullable R result) {
        if (callback != null) {
            ObjectLog.guard(name, () -> callback.onResult(result));
        }
    }

    private final class Form implements Content<T> {

        @Override
        public T read(@Nullable Object representation) {
            return OortObject.this.read(representation);
        }

        @Override
        public @Nullable Object write(T part) {
            return OortObject.this.write(part);
        }

        @Override
        public T copy(T part) {
            return OortObject.this.copy(part);
        }

        @Override
        public Change<T> readChange(@Nullable Object representation) {
            return OortObject.this.readChange(representation);
        }
    }

    private final class Events implements Watcher<T> {

        @Override
        public void replaced(@Nullable Part<T> before, Part<T> now) {
            Info<T> old = before == null ? null : new Info<>(before);
            listeners.tell(listener -> listener.onUpdated(old, new Info<>(now)));
        }

        @Override
        public void removed(Part<T> part, boolean silent) {
            listeners.tell(listener -> listener.onRemoved(new Info<>(part)));
        }
    }

    /** The part of one node. */
    public static final class Info<T> {

        private final Part<T> part;

        Info(Part<T> part) {
            this.part = part;
        }

        /** The node that owns it, see {@link Oort#getURL()}. */
        public String getOortURL() {
            return part.url();
        }

        /** The part; it is not to be changed. */
        public T getObject() {
            return part.value();
        }

        /** Whether this node owns it. */
        public boolean isLocal() {
            return part.local();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Info<?> info && info.part.equals(part);
        }

        @Override
        public int hashCode() {
            return Objects.hash(part);
        }

        @Override
        public String toString() {
            return part.value() + " of " + part.url();
        }
    }

    /** Makes parts. */
    @FunctionalInterface
    public interface Factory<T> {

        /**
         * Makes a part.
         *
         * @param representation what JSON carries of it, a map, list, text, number or boolean; {@code null}: one to begin with
         * @throws IllegalArgumentException if no part can be made of it
         */
        T newObject(@Nullable Object representation);

        /**
         * Makes a part.
         *
         * @param json turns what JSON carries into application objects
         */
        default T newObject(@Nullable Object representation, JsonContext json) {
            return newObject(representation);
        }
    }

    /** Makes one of all parts. */
    @FunctionalInterface
    public interface Merger<T, R> {

        /** Merges; does not change the parts. */
        R merge(Collection<Info<T>> infos);
    }

    /** Hears of parts of all nodes, this one included. */
    public interface Listener<T> extends EventListener {

        /**
         * A node has shared a part as a whole.
         *
         * @param oldInfo the part before; {@code null} if there was none
         * @param newInfo the part as it was then
         */
        default void onUpdated(@Nullable Info<T> oldInfo, Info<T> newInfo) {}

        /** A node, or its object, is gone, and its part with it. */
        default void onRemoved(Info<T> info) {}
    }

    /** Gets the result of something that was shared. */
    @FunctionalInterface
    public interface Result<T> {

        /** It has been shared, and listeners here have been told. */
        void onResult(@Nullable T result);

        /** One to wait for. */
        final class Deferred<T> extends CompletableFuture<@Nullable T> implements Result<T> {

            @Override
            public void onResult(@Nullable T result) {
                complete(result);
            }
        }
    }
}
