package org.bayeux.it.deploy.jsonb;

import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;

/** A text that clients see between brackets, by a class of its own that writes and reads it. */
@JsonbTypeSerializer(Label.Writer.class)
@JsonbTypeDeserializer(Label.Reader.class)
public record Label(String text) {

    /** Adds the brackets. */
    public static class Writer implements JsonbSerializer<Label> {

        @Override
        public void serialize(Label label, JsonGenerator generator, SerializationContext context) {
            generator.write("[" + label.text() + "]");
        }
    }

    /** Takes them away. */
    public static class Reader implements JsonbDeserializer<Label> {

        @Override
        public Label deserialize(JsonParser parser, DeserializationContext context, Type type) {
            return new Label(parser.getString().replaceAll("[\\[\\]]", ""));
        }
    }
}
