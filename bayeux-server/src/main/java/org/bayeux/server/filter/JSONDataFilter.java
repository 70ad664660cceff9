package org.bayeux.server.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the payload, however deep; subclasses say what becomes of each value by its kind. As it is, it changes
 * nothing. Names of fields are left alone, and so are application objects, which only code on the server publishes.
 *
 * <p>Stateless; subclasses should be.
 */
public class JSONDataFilter implements DataFilter {

    /** Changes nothing. */
    public JSONDataFilter() {}

    @Override
    public @Nullable Object filter(@Nullable ServerSession from, ServerChannel channel, @Nullable Object data) {
        if (data instanceof String text) {
            return filterString(text);
        } else if (data instanceof Number number) {
            return filterNumber(number);
        } else if (data instanceof Boolean flag) {
            return filterBoolean(flag);
        } else if (data instanceof Map<?, ?> map) {
            return filterMap(from, channel, map);
        } else if (data instanceof List<?> list) {
            return filterArray(from, channel, list);
        } else if (data instanceof Object[] array) {
            return filterArray(from, channel, Arrays.asList(array));
        }
        return data;
    }

    /** Filters a text. */
    protected @Nullable Object filterString(String text) {
        return text;
    }

    /** Filters a number. */
    protected @Nullable Object filterNumber(Number number) {
        return number;
    }

    /** Filters true or false. */
    protected @Nullable Object filterBoolean(Boolean flag) {
        return flag;
    }

    /** Filters what an array holds. */
    protected @Nullable Object filterArray(@Nullable ServerSession from, ServerChannel channel, List<?> array) {
        List<@Nullable Object> filtered = new ArrayList<>(array.size());
        boolean changed = false;
        for (Object element : array) {
            Object after = filter(from, channel, element);
            filtered.add(after);
            changed |= after != element;
        }
        return changed ? filtered : array;
    }

    /** Filters what an object holds. */
    protected @Nullable Object filterMap(@Nullable ServerSession from, ServerChannel channel, Map<?, ?> object) {
        Map<@Nullable Object, @Nullable Object> filtered = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<?, ?> field : object.entrySet()) {
            Object after = filter(from, channel, field.getValue());
            filtered.put(field.getKey(), after);
            changed |= after != field.getValue();
        }
        return changed ? filtered : object;
    }
}
