package org.bayeux.wire;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * JSON by the container's own libraries: JSON-P for tokens, JSON-B for application objects.
 *
 * <p>JSON-B is started by the first application object, once; without a JSON-B provider plain values still work. The
 * JSON-P provider must tell exact offsets, as Parsson does, which all known servers have.
 */
public final class JakartaJsonContext implements JsonContext {

    /** Parsson gives up at 1,000 levels otherwise, and with it the whole text. It keeps them on the heap. */
    private static final Map<String, ?> ANY_DEPTH = Map.of("org.eclipse.parsson.maxDepth", Integer.MAX_VALUE);

    private final JsonParserFactory parsers;
    private final JsonbConfig config;
    private final ReentrantLock lock = new ReentrantLock();

    /** Written once under the lock, read without it by all who convert objects. */
    private volatile @Nullable Jsonb jsonb;

    @GuardedBy("lock")
    private boolean closed;

    /** Uses JSON-B with its defaults. */
    public JakartaJsonContext() {
        this(new JsonbConfig());
    }

    /** Uses JSON-B with the application's adapters and settings. */
    public JakartaJsonContext(JsonbConfig config) {
        this.config = config;
        // Looking for the provider is slow, and depends on the thread: once, here, where the application starts.
        this.parsers = JsonProvider.provider().createParserFactory(ANY_DEPTH);
    }

    @Override
    public JsonTokens tokens(String json) {
        return new JakartaTokens(parsers.createParser(new StringReader(json)), json.length());
    }

    @Override
    public @Nullable Object readObject(String json, Type type) {
        Jsonb binding = jsonb();
        try {
            return binding.fromJson(json, type);
        } catch (RuntimeException e) { // adapters of the application throw what they like
            throw new JsonReadException("JSON does not fit " + type.getTypeName() + ": " + e.getMessage(), -1, e);
        }
    }

    @Override
    public void writeObject(Object value, StringBuilder out) {
        Jsonb binding = jsonb();
        String json;
        try {
            json = binding.toJson(value);
        } catch (RuntimeException e) { // as above
            String name = value.getClass().getName();
            throw new JsonWriteException(name + " has no JSON form: " + e.getMessage(), e);
        }
        out.append(json);
    }

    private Jsonb jsonb() {
        Jsonb started = jsonb;
        return started == null ? start() : started;
    }

    private Jsonb start() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("this JSON context is closed");
            }
            Jsonb started = jsonb;
            if (started == null) {
                started = JsonbBuilder.create(config);
                jsonb = started;
            }
            return started;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Jsonb started;
        lock.lock();
        try {
            closed = true;
            started = jsonb;
            jsonb = null;
        } finally {
            lock.unlock();
        }
        if (started != null) {
            stop(started);
        }
    }

    private static void stop(Jsonb jsonb) {
        try {
            jsonb.close();
        } catch (Exception e) { // Jsonb inherits the signature of AutoCloseable
            throw new IllegalStateException("JSON-B cannot be closed", e);
        }
    }
}
