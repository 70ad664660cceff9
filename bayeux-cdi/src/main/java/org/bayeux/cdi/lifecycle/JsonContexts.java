package org.bayeux.cdi.lifecycle;

import org.bayeux.cdi.config.Settings;
import org.bayeux.wire.JsonContext;

/**
 * Chooses the JSON library of a server: a bean, the class that an option names, or what is found on the class path.
 *
 * <p>Immutable.
 */
record JsonContexts(InstallableBeans beans, BeanReferences references) {

    /**
     * The library to use; the server closes it.
     *
     * @throws IllegalArgumentException if the option names a class that cannot be used
     */
    JsonContext choose(Settings settings) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return beans.jsonContext()
                .map(bean -> references.get(bean, JsonContext.class))
                .or(() -> settings.jsonContext().map(name -> instantiate(name, loader)))
                .orElseGet(() -> JsonContext.load(loader));
    }

    private static JsonContext instantiate(String name, ClassLoader loader) {
        try {
            return loader.loadClass(name)
                    .asSubclass(JsonContext.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "option 'jsonContext' has the value '" + name
                            + "', legal is a class that implements JsonContext and has a public constructor without"
                            + " parameters",
                    e);
        }
    }
}
