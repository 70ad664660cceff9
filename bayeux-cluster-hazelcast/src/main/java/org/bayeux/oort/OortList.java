package org.bayeux.oort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EventListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bayeux.oort.object.Content;
import org.bayeux.oort.object.Listeners;
import org.bayeux.oort.object.Parts;
import org.jspecify.annotations.Nullable;

/**
 * A shared object whose parts are lists, of which single elements are shared (manual 9.7.1). No element is {@code null}.
 *
 * @param <E> elements
 */
public class OortList<E> extends OortObject<List<E>> {

    private static final String ADD = "+";
    private static final String REMOVE = "-";

    private final Listeners<ElementListener<E>> elementListeners;

    /** Makes a list, see {@link OortObject#OortObject}. */
    public OortList(Oort oort, String name, Factory<List<E>> factory) {
        super(oort, name, factory);
        this.elementListeners = new Listeners<>(name);
    }

    /**
     * Adds elements at the end of the own part, here and on all nodes.
     *
     * @return whether there were any
     * @throws IllegalStateException if the list has not been started
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only copied
    public final boolean addAndShare(E... elements) {
        return add(null, List.of(elements));
    }

    /**
     * The same.
     *
     * @param callback gets whether there were any
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only copied
    public final void addAndShare(@Nullable Result<Boolean> callback, E... elements) {
        boolean unused = add(callback, List.of(elements));
    }

    private boolean add(@Nullable Result<Boolean> callback, List<E> elements) {
        String json = generate(List.of(ADD, elements));
        if (elements.isEmpty()) {
            tell(callback, false);
            return false;
        }
        change(list -> {
            list.addAll(elements);
            return new Parts.Step<List<E>>(json, part -> {
                tellAdded(new Info<>(part), elements);
                tell(callback, true);
            });
        });
        return true;
    }

    /**
     * Removes elements, each the first that is equal to it, from the own part, here and on all nodes.
     *
     * @return whether there were any
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only copied
    public final boolean removeAndShare(E... elements) {
        return remove(null, List.of(elements));
    }

    /**
     * The same.
     *
     * @param callback gets whether there were any
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only copied
    public final void removeAndShare(@Nullable Result<Boolean> callback, E... elements) {
        boolean unused = remove(callback, List.of(elements));
    }

    private boolean remove(@Nullable Result<Boolean> callback, List<E> elements) {
        AtomicBoolean any = new AtomicBoolean();
        change(list -> {
            List<E> removed = new ArrayList<>();
            // By their places, since what others have made of the JSON need not be equal to what is here.
            List<Object> change = new ArrayList<>(List.of(REMOVE));
            for (E element : elements) {
                int place = list.indexOf(element);
                if (place >= 0) {
                    removed.add(list.remove(place));
                    change.add(place);
                }
            }
            any.set(!removed.isEmpty());
            return removed.isEmpty()
                    ? null
                    : new Parts.Step<List<E>>(generate(change), part -> {
                        tellRemoved(new Info<>(part), removed);
                        tell(callback, true);
                    });
        });
        if (!any.get()) {
            tell(callback, false);
        }
        return any.get();
    }

    /** Whether the own part has an equal element. */
    public boolean contains(E element) {
        return own().value().contains(element);
    }

    /** Whether the part of any node has an equal element. */
    public boolean isPresent(E element) {
        return getInfos().stream().anyMatch(info -> info.getObject().contains(element));
    }

    /** Tells a listener of single elements from now on. */
    public void addElementListener(ElementListener<E> listener) {
        elementListeners.add(listener);
    }

    /** Tells it no more. */
    public void removeElementListener(ElementListener<E> listener) {
        elementListeners.remove(listener);
    }

    @Override
    public void removeListeners() {
        super.removeListeners();
        elementListeners.clear();
    }

    @Override
    List<E> adopt(List<E> part) {
        return new CopyOnWriteArrayList<>(part);
    }

    @Override
    List<E> read(@Nullable Object representation) {
        if (!(representation instanceof Collection<?>)) {
            throw new IllegalArgumentException("'" + getName() + "' is no list on another node");
        }
        return adopt(super.read(representation));
    }

    @Override
    List<E> copy(List<E> part) {
        return List.copyOf(part);
    }

    @Override
    Content.Change<List<E>> readChange(@Nullable Object representation) {
        if (!(representation instanceof List<?> change) || change.isEmpty()) {
            throw new IllegalArgumentException("'" + getName() + "' is no list on another node");
        }
        if (REMOVE.equals(change.get(0))) {
            List<Integer> places = change.stream()
                    .skip(1)
                    .map(it -> Integer.valueOf(String.valueOf(it)))
                    .toList();
            return list -> {
                List<E> removed = new ArrayList<>();
                places.forEach(place -> removed.add(list.remove((int) place)));
                return part -> tellRemoved(new Info<>(part), removed);
            };
        }
        List<E> elements = List.copyOf(read(change.get(1)));
        return list -> {
            list.addAll(elements);
            return part -> tellAdded(new Info<>(part), elements);
        };
    }

    private void tellAdded(Info<List<E>> info, List<E> elements) {
        elementListeners.tell(listener -> listener.onAdded(info, elements));
    }

    private void tellRemoved(Info<List<E>> info, List<E> elements) {
        elementListeners.tell(listener -> listener.onRemoved(info, elements));
    }

    /** Hears of single elements that were shared, on all nodes; not of lists that were shared as a whole, see {@link DeltaListener}. */
    public interface ElementListener<E> extends EventListener {

        /** Elements were added. */
        default void onAdded(Info<List<E>> info, List<E> elements) {}

        /** Elements were removed. */
        default void onRemoved(Info<List<E>> info, List<E> elements) {}
    }

    /**
     * Tells the element listeners of a list what differs where a list was shared as a whole, or left with its node, as if
     * single elements had been.
     */
    public static final class DeltaListener<E> implements Listener<List<E>> {

        private final OortList<E> list;

        /** Makes one, which is to be added to that list. */
        public DeltaListener(OortList<E> list) {
            this.list = list;
        }

        @Override
        public void onUpdated(@Nullable Info<List<E>> oldInfo, Info<List<E>> newInfo) {
            List<E> before = oldInfo == null ? List.of() : oldInfo.getObject();
            List<E> now = newInfo.getObject();
            List<E> removed = without(before, now);
            List<E> added = without(now, before);
            if (!removed.isEmpty()) {
                list.tellRemoved(newInfo, removed);
            }
            if (!added.isEmpty()) {
                list.tellAdded(newInfo, added);
            }
        }

        private static <E> List<E> without(List<E> these, List<E> those) {
            List<E> left = new ArrayList<>(these);
            those.forEach(left::remove);
            return List.copyOf(left);
        }

        @Override
        public void onRemoved(Info<List<E>> info) {
            if (!info.getObject().isEmpty()) {
                list.tellRemoved(info, info.getObject());
            }
        }
    }
}
