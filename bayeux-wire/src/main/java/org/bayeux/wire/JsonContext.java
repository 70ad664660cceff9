package org.bayeux.wire;

import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The JSON library that a server or client uses: text to objects, objects to text.
 *
 * <p>Callers use {@code parse}, {@code generate} and {@code convert}. A provider for another library implements
 * {@link #tokens}, {@link #readObject} and {@link #writeObject}, and is found by {@link ServiceLoader}, or handed over
 * as the {@code jsonContext} option.
 *
 * <p>Safe for use by several threads. One instance belongs to one server or client, which closes it. Source: manual
 * 9.4.1, where it is called {@code JSONContext}.
 */
public interface JsonContext extends AutoCloseable {

    /**
     * Finds the provider with the highest {@link #priority()} that the class loader can see, which is
     * {@link JakartaJsonContext} where nobody registered another.
     *
     * @throws java.util.ServiceConfigurationError if a registered provider cannot be created
     */
    static JsonContext load(ClassLoader loader) {
        return ServiceLoader.load(JsonContext.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .max(Comparator.comparingInt(JsonContext::priority))
                .orElseGet(JakartaJsonContext::new);
    }

    /**
     * Reads one JSON value as plain Java objects: {@code Map<String, Object>} and {@code List<Object>} in the order of
     * the text, {@code String}, {@code Boolean}, {@code null} and numbers.
     *
     * <p>A whole number is a {@code Long}, any other a {@code Double}; where these would lose digits it is a
     * {@code BigInteger} or {@code BigDecimal}. Of equal names in one object the last counts. The result is modifiable
     * and belongs to the caller.
     *
     * @throws JsonReadException if the text is not one legal JSON value
     */
    default @Nullable Object parse(String json) {
        return TreeReader.read(this, json);
    }

    /**
     * Reads one JSON value as an object of the given type. For {@code Object} and for maps and lists of {@code Object}
     * this is {@link #parse(String)}. Other types follow the rules of the JSON library: JSON-B cuts a number off to fit
     * an {@code int}, and does not look at what follows the value.
     *
     * @throws JsonReadException if the text is not a legal JSON value, or does not fit the type
     */
    // The caller names the type twice, as with any reflective reader.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    default <T> @Nullable T parse(String json, Type type) {
        Object value = PlainTypes.isPlain(type) ? parse(json) : readObject(json, type);
        return (T) PlainTypes.require(value, type);
    }

    /**
     * Writes any value as JSON: plain objects as in {@link #parse(String)}, arrays, and application objects in the way
     * of the JSON library.
     *
     * @throws JsonWriteException if the value, or something in it, has no JSON form
     */
    default String generate(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        generate(value, out);
        return out.toString();
    }

    /**
     * Appends any value as JSON, as {@link #generate(Object)} does.
     *
     * @throws JsonWriteException if the value has no JSON form; what was appended before that stays
     */
    default void generate(@Nullable Object value, StringBuilder out) {
        new JsonWriter(this, out).write(value);
    }

    /**
     * Turns a value into the given type: as it is if it already fits, by way of its JSON text otherwise.
     *
     * @throws JsonReadException if the value does not fit the type
     * @throws JsonWriteException if the value has no JSON form
     */
    // Checked by isInstance, or by the reader.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    default <T> @Nullable T convert(@Nullable Object value, Type type) {
        if (PlainTypes.fits(value, type)) {
            return (T) value;
        }
        return parse(generate(value), type);
    }

    /**
     * Opens JSON text as a sequence of tokens. The tokens check the whole grammar (RFC 8259), also of the parts that a
     * caller walks over.
     */
    JsonTokens tokens(String json);

    /**
     * Reads JSON text as an application object.
     *
     * @throws JsonReadException if the text is not legal JSON or does not fit the type
     */
    @Nullable
    Object readObject(String json, Type type);

    /**
     * Appends the JSON form of an application object: of anything that is not a map, a collection, an object array, a
     * text, a number or a boolean.
     *
     * @throws JsonWriteException if it has none; nothing is appended then
     */
    void writeObject(Object value, StringBuilder out);

    /** The rank among the providers that are found: the highest wins, {@link JakartaJsonContext} has 0. */
    default int priority() {
        return 0;
    }

    /** Lets go of what the library keeps, such as its knowledge of application classes. */
    @Override
    void close();
}
