package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.api.Message;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** The kinds of methods that want messages, each with what its methods begin with, may return and may listen to. */
enum CallbackKind {
    LISTENER(
            "@Listener",
            List.of(
                    Slot.of(ServerSession.class, Argument.SENDER),
                    Slot.of(ServerMessage.Mutable.class, Argument.MESSAGE))) {

        @Override
        boolean mayReturn(Method method) {
            return super.mayReturn(method) || ReturnTypes.isDecision(method) || ReturnTypes.isLaterDecision(method);
        }

        @Override
        String results() {
            return "nothing, a boolean or a CompletionStage<Boolean>";
        }
    },

    SUBSCRIPTION("@Subscription", List.of(Slot.of(Message.class, Argument.MESSAGE))) {

        @Override
        Optional<ServiceRule> brokenBy(ChannelPattern channel) {
            return channel.id().isBroadcast() ? Optional.empty() : Optional.of(ServiceRule.SUBSCRIPTION_BROADCAST);
        }
    },

    REMOTE_CALL(
            "@RemoteCall",
            List.of(
                    Slot.of(RemoteCall.Caller.class, Argument.CALLER),
                    new Slot(
                            "the data",
                            parameter -> Optional.of(new DataArgument(parameter.getParameterizedType()))))) {

        @Override
        Optional<ServiceRule> brokenBy(ChannelPattern channel) {
            boolean legal = channel.id().isService() && !channel.id().isWild();
            return legal ? Optional.empty() : Optional.of(ServiceRule.TARGET_LEGAL);
        }
    };

    private final String annotation;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of functions without state
    private final List<Slot> slots;

    CallbackKind(String annotation, List<Slot> slots) {
        this.annotation = annotation;
        this.slots = slots;
    }

    /** The annotation as in source code. */
    String annotation() {
        return annotation;
    }

    /** What the first parameters have to be, in their order. */
    List<Slot> slots() {
        return slots;
    }

    /** The rule that keeps methods of this kind from a channel, if any. */
    Optional<ServiceRule> brokenBy(ChannelPattern channel) {
        return Optional.empty();
    }

    boolean mayReturn(Method method) {
        return ReturnTypes.isNothing(method);
    }

    /** What methods of this kind may return, for an error message. */
    String results() {
        return "nothing";
    }

    /**
     * One of the parameters that methods of a kind begin with.
     *
     * @param wanted what it has to be, for an error message
     * @param argument how it gets its value; empty if the parameter is something else
     */
    record Slot(String wanted, Function<Parameter, Optional<Argument>> argument) {

        /** A parameter of this type or a more general one. */
        static Slot of(Class<?> type, Argument argument) {
            String name = type.isMemberClass()
                    ? type.getDeclaringClass().getSimpleName() + '.' + type.getSimpleName()
                    : type.getSimpleName();
            return new Slot(
                    name,
                    parameter -> parameter.getType().isAssignableFrom(type) ? Optional.of(argument) : Optional.empty());
        }
    }
}
