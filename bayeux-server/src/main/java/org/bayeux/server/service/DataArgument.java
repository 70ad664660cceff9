package org.bayeux.server.service;

import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import org.bayeux.api.Message;
import org.bayeux.wire.BayeuxMessage;
import org.bayeux.wire.JsonReadException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the payload of a message an object of the parameter's type.
 *
 * <p>Immutable.
 */
final class DataArgument implements Argument {

    private final Type type;
    private final boolean primitive;

    DataArgument(Type type) {
        this.primitive = type instanceof Class<?> given && given.isPrimitive();
        this.type = primitive ? MethodType.methodType((Class<?>) type).wrap().returnType() : type;
    }

    @Override
    public @Nullable Object in(Delivery delivery) {
        Object value = read(delivery.message());
        if (value == null && primitive) {
            throw new UnfitDataException("no data, but " + type.getTypeName() + " is needed");
        }
        return value;
    }

    private @Nullable Object read(Message message) {
        if (type == Object.class) {
            return message.getData();
        }
        if (!(message instanceof BayeuxMessage readable)) {
            throw new IllegalStateException("Not a message of this server: " + message.getClass());
        }
        try {
            return readable.dataAs(type);
        } catch (JsonReadException e) {
            throw new UnfitDataException("data is no " + type.getTypeName(), e);
        }
    }
}
