package org.bayeux.server.service;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the channel's name says for a parameter of the template.
 *
 * <p>Immutable.
 *
 * @param name of the parameter
 * @param conversion makes the value of the method's parameter
 */
record SegmentArgument(String name, Function<String, Object> conversion) implements Argument {

    @Override
    public @Nullable Object in(Delivery delivery) {
        String text = delivery.parameters().get(name);
        if (text == null) {
            throw new IllegalStateException("a template without the parameter " + name + " was not refused");
        }
        try {
            return conversion.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UnfitDataException("'" + text + "' does not fit parameter '" + name + "'", e);
        }
    }
}
