package org.bayeux.cdi.discovery;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.stream.Stream;
import org.bayeux.api.Bayeux;
import org.bayeux.api.Channel;
import org.bayeux.api.Message;
import org.bayeux.api.Session;
import org.bayeux.cdi.ChannelMessage;
import org.bayeux.cdi.VetoableMessage;

/**
 * What the type of an observer's parameter says.
 *
 * <p>Immutable.
 *
 * @param type as declared
 * @param raw the class without its type arguments; {@code void} if there is none
 * @param payload what the payload is to be read as
 */
record ObservedMessage(Type type, Class<?> raw, Type payload) {

    static ObservedMessage of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return new ObservedMessage(type, raw, boundOf(generic.getActualTypeArguments()[0]));
        }
        return new ObservedMessage(type, type instanceof Class<?> plain ? plain : void.class, Object.class);
    }

    private static Type boundOf(Type argument) {
        return argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
    }

    /** Whether messages are observed. */
    boolean isMessage() {
        return raw == ChannelMessage.class || raw == VetoableMessage.class;
    }

    /** Whether the observer may refuse messages. */
    boolean vetoes() {
        return raw == VetoableMessage.class;
    }

    /** Whether the payload may be read as that. What JSON libraries can do is up to them, but some types are mistakes. */
    boolean isReadable() {
        return !(payload instanceof TypeVariable<?>)
                && !(payload instanceof Class<?> wanted
                        && Stream.of(Message.class, Session.class, Channel.class, Bayeux.class, ChannelMessage.class)
                                .anyMatch(ours -> ours.isAssignableFrom(wanted)));
    }

    /** The type as in source code, without packages. */
    String shown() {
        return type.getTypeName().replaceAll("\\w+\\.", "");
    }
}
