package org.bayeux.wire;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A JSON array in a message. All that changes it, also through its views, goes through {@link JsonText#touch()} first.
 *
 * <p>Confined until its message is frozen, then immutable and safe to be shared: its fields are final.
 */
final class TrackedArray extends AbstractList<@Nullable Object> implements Tracked, RandomAccess {

    private final List<@Nullable Object> elements;
    private final JsonText owner;

    TrackedArray(List<@Nullable Object> elements, JsonText owner) {
        this.elements = elements;
        this.owner = owner;
    }

    @Override
    public JsonText owner() {
        return owner;
    }

    @Override
    public void writeElements(JsonWriter writer) {
        writer.array(elements);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public @Nullable Object get(int index) {
        return owner.shared(elements.get(index));
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object element) {
        owner.touch();
        return elements.set(index, element);
    }

    @Override
    public void add(int index, @Nullable Object element) {
        owner.touch();
        elements.add(index, element);
        modCount++;
    }

    @Override
    public @Nullable Object remove(int index) {
        owner.touch();
        modCount++;
        return elements.remove(index);
    }

    @Override
    protected void removeRange(int from, int to) {
        owner.touch();
        modCount++;
        elements.subList(from, to).clear();
    }
}
