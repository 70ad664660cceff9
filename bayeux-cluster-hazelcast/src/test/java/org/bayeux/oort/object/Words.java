package org.bayeux.oort.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A list of words of each node that grows, or is replaced; notes what it hears. */
final class Words implements Content<List<String>>, Watcher<List<String>> {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Parts<List<String>> parts;
    private @Nullable String unreadable;

    Words(Side side, String name) {
        parts = new Parts<>(side.commons().objects(), name, this, this);
    }

    Words start() {
        parts.start(new CopyOnWriteArrayList<>());
        return this;
    }

    Parts<List<String>> parts() {
        return parts;
    }

    void add(String word) {
        parts.change(words -> {
            words.add(word);
            return new Parts.Step<>('"' + word + '"', part -> heard.add(part.url() + " adds " + word));
        });
    }

    /** From now on this word cannot be read here when others add it. */
    void cannotRead(String word) {
        unreadable = word;
    }

    void replace(String... words) {
        parts.replace(new CopyOnWriteArrayList<>(words), before -> {});
    }

    /** What is known now, by the names of the nodes. */
    Map<String, List<String>> all() {
        Map<String, List<String>> all = new TreeMap<>();
        parts.all().forEach(part -> all.put(part.url(), List.copyOf(part.value())));
        return all;
    }

    List<String> heard() {
        return heard;
    }

    @Override
    public List<String> read(@Nullable Object json) {
        List<String> words = new CopyOnWriteArrayList<>();
        ((Collection<?>) Objects.requireNonNull(json)).forEach(word -> words.add(String.valueOf(word)));
        return words;
    }

    @Override
    public Object write(List<String> part) {
        return part;
    }

    @Override
    public List<String> copy(List<String> part) {
        return new ArrayList<>(part);
    }

    @Override
    public Change<List<String>> readChange(@Nullable Object json) {
        String word = String.valueOf(json);
        if (word.equals(unreadable)) {
            throw new IllegalArgumentException("no word here: " + word);
        }
        return words -> {
            words.add(word);
            Consumer<Part<List<String>>> told = part -> heard.add(part.url() + " adds " + word);
            return told;
        };
    }

    @Override
    public void replaced(@Nullable Part<List<String>> before, Part<List<String>> now) {
        heard.add(now.url() + " has " + now.value() + (before == null ? "" : " for " + before.value()));
    }

    @Override
    public void removed(Part<List<String>> part, boolean silent) {
        heard.add(part.url() + " gone with " + part.value());
    }
}
