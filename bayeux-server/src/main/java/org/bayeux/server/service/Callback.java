package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method of a service that wants messages: from which channels, and what it is called with.
 *
 * <p>Immutable.
 *
 * @param channels at least one; if they are templates, all have the same parameters
 * @param arguments one for each parameter of the method
 */
record Callback(Method method, List<ChannelPattern> channels, List<Argument> arguments) {

    Callback {
        channels = List.copyOf(channels);
        arguments = List.copyOf(arguments);
    }

    /** The values to call the method with. */
    @Nullable
    Object[] argumentsFor(Delivery delivery) {
        @Nullable Object[] values = new @Nullable Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).in(delivery);
        }
        return values;
    }
}
