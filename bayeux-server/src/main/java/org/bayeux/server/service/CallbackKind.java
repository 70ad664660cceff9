package org.bayeux.server.service;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.api.Message;
import org.bayeux.api.Session;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/** The kinds of methods that want messages, each with what its methods are given, may return and may listen to. */
enum CallbackKind {
    LISTENER("@Listener", Given.MESSAGE_AND_SENDER) {

        @Override
        boolean mayReturn(Method method) {
            return super.mayReturn(method) || ReturnTypes.isDecision(method) || ReturnTypes.isLaterDecision(method);
        }

        @Override
        String results() {
            return "nothing, a boolean or a CompletionStage<Boolean>";
        }
    },

    SUBSCRIPTION("@Subscription", Map.of(Message.class, Argument.MESSAGE)) {

        @Override
        Optional<ServiceRule> brokenBy(ChannelPattern channel) {
            return channel.id().isBroadcast() ? Optional.empty() : Optional.of(ServiceRule.SUBSCRIPTION_BROADCAST);
        }
    },

    REMOTE_CALL("@RemoteCall", Given.ALL) {

        @Override
        Optional<ServiceRule> brokenBy(ChannelPattern channel) {
            boolean legal = channel.id().isService() && !channel.id().isWild();
            return legal ? Optional.empty() : Optional.of(ServiceRule.TARGET_LEGAL);
        }

        @Override
        boolean mayReturn(Method method) {
            return super.mayReturn(method)
                    || !(List.of(method.getParameterTypes()).contains(RemoteCall.Caller.class)
                            || ReturnTypes.isBlockingFuture(method));
        }

        @Override
        String results() {
            return "nothing as with a Caller, an object or a CompletionStage";
        }
    };

    private final String annotation;

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of, of functions without state
    private final Map<Class<?>, Argument> given;

    CallbackKind(String annotation, Map<Class<?>, Argument> given) {
        this.annotation = annotation;
        this.given = given;
    }

    /** The annotation as in source code. */
    String annotation() {
        return annotation;
    }

    /** What a parameter of this type is given, if it is no payload. */
    Optional<Argument> given(Class<?> type) {
        return Optional.ofNullable(given.get(type));
    }

    /** For an error message. */
    String givenTypes() {
        return given.keySet().stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(", "));
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

    /** Types of parameters that are no payload. */
    private static final class Given {

        private static final Map<Class<?>, Argument> MESSAGE_AND_SENDER = Map.of(
                ServerSession.class, Argument.SENDER,
                Session.class, Argument.SENDER,
                ServerMessage.Mutable.class, Argument.MESSAGE,
                ServerMessage.class, Argument.MESSAGE,
                Message.class, Argument.MESSAGE);

        private static final Map<Class<?>, Argument> ALL = Map.of(
                ServerSession.class, Argument.SENDER,
                Session.class, Argument.SENDER,
                ServerMessage.Mutable.class, Argument.MESSAGE,
                ServerMessage.class, Argument.MESSAGE,
                Message.class, Argument.MESSAGE,
                RemoteCall.Caller.class, Argument.CALLER);

        private Given() {}
    }
}
