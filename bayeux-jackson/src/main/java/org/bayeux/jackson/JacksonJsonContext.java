package org.bayeux.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import org.bayeux.wire.JsonContext;
import org.bayeux.wire.JsonReadException;
import org.bayeux.wire.JsonTokens;
import org.bayeux.wire.JsonWriteException;
import org.jspecify.annotations.Nullable;

/**
 * JSON by Jackson: the text of messages as well as application objects.
 *
 * <p>Found by itself where the module is on the class path, and preferred to {@link org.bayeux.wire.JakartaJsonContext}. An
 * application with settings of its own has a CDI bean of type {@link JsonContext} made by
 * {@link #JacksonJsonContext(ObjectMapper)}. Thread-safe. Source: manual 9.4.
 */
public final class JacksonJsonContext implements JsonContext {

    private static final int BEFORE_THE_STANDARD = 10;

    /** Without limits: the engine has its own, and refuses one message where these would refuse all of a request. */
    private static final JsonFactory TOKENS = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final ObjectMapper mapper;

    /**
     * Uses a mapper that is set as JSON-B is by default: it ignores what a class does not know, writes dates as text, and
     * has all modules of Jackson that are on the class path.
     */
    public JacksonJsonContext() {
        this(JsonMapper.builder()
                .findAndAddModules()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build());
    }

    /** Uses a mapper with the settings, modules and mix-ins of the application, which must not change them later. */
    public JacksonJsonContext(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public JsonTokens tokens(String json) {
        try {
            return new JacksonTokens(TOKENS.createParser(json), json);
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot be read from memory", e);
        }
    }

    @Override
    public @Nullable Object readObject(String json, Type type) {
        try {
            return mapper.readValue(json, mapper.constructType(type));
        } catch (JsonProcessingException
                | RuntimeException e) { // deserializers of the application throw what they like
            throw new JsonReadException("JSON does not fit " + type.getTypeName() + ": " + messageOf(e), -1, e);
        }
    }

    @Override
    public void writeObject(Object value, StringBuilder out) {
        String json;
        try {
            json = mapper.writeValueAsString(value);
        } catch (JsonProcessingException | RuntimeException e) { // as above
            String name = value.getClass().getName();
            throw new JsonWriteException(name + " has no JSON form: " + messageOf(e), e);
        }
        out.append(json);
    }

    /** Without the place in the text, which would quote it. */
    private static @Nullable String messageOf(Exception failure) {
        return failure instanceof JsonProcessingException unfit ? unfit.getOriginalMessage() : failure.getMessage();
    }

    @Override
    public int priority() {
        return BEFORE_THE_STANDARD;
    }

    /** Forgets the classes of the application, which a shared Jackson would keep. */
    @Override
    public void close() {
        mapper.getTypeFactory().clearCache();
    }
}
