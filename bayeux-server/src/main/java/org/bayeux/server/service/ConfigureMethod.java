package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.util.List;

/**
 * A method that configures channels before they are used.
 *
 * <p>Immutable.
 *
 * @param errorIfExists whether a channel that exists already stops the service
 * @param configureIfExists whether the method is called for such a channel all the same
 */
record ConfigureMethod(Method method, List<String> channels, boolean errorIfExists, boolean configureIfExists) {

    ConfigureMethod {
        channels = List.copyOf(channels);
    }
}
