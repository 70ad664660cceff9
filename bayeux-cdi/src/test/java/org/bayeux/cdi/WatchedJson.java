package org.bayeux.cdi;

import java.lang.reflect.Type;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bayeux.wire.JakartaJsonContext;
import org.bayeux.wire.JsonContext;
import org.bayeux.wire.JsonTokens;

/** A JSON library that tells which of its objects are open. Something may happen while one is made. */
public final class WatchedJson implements JsonContext {

    static final Set<WatchedJson> OPEN = ConcurrentHashMap.newKeySet();
    static Runnable whenMade = () -> {};

    private final JsonContext json = new JakartaJsonContext();

    public WatchedJson() {
        OPEN.add(this);
        Runnable once = whenMade;
        whenMade = () -> {};
        once.run();
    }

    @Override
    public JsonTokens tokens(String text) {
        return json.tokens(text);
    }

    @Override
    public Object readObject(String text, Type type) {
        return json.readObject(text, type);
    }

    @Override
    public void writeObject(Object value, StringBuilder out) {
        json.writeObject(value, out);
    }

    @Override
    public void close() {
        OPEN.remove(this);
        json.close();
    }
}
