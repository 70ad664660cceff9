package org.bayeux.server.engine.access;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.Authorizer.Operation;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.engine.channel.ChannelRegistry;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.engine.context.CurrentRequest;
import org.bayeux.server.engine.guard.UserCode;
import org.bayeux.server.engine.message.BayeuxError;
import org.bayeux.server.engine.watch.Story;

/**
 * Asks the security policy and the authorizers, by the algorithm of the manual (9.3.6.2). A policy or an authorizer that
 * fails refuses.
 *
 * <p>Thread-safe. The policy is volatile: written by the application, read by every message.
 */
public final class AccessGate {

    private static final String FORBIDDEN = "403::";

    private final BayeuxServer server;
    private final ChannelRegistry channels;
    private final CurrentRequest current;
    private final Story story;
    private volatile SecurityPolicy policy;

    /** Makes a gate that asks this policy. */
    public AccessGate(
            BayeuxServer server, ChannelRegistry channels, CurrentRequest current, Story story, SecurityPolicy policy) {
        this.server = server;
        this.channels = channels;
        this.current = current;
        this.story = story;
        this.policy = policy;
    }

    /** The policy in force. */
    public SecurityPolicy policy() {
        return policy;
    }

    /** Puts another policy in force. */
    public void policy(SecurityPolicy changed) {
        policy = changed;
    }

    /** Whether a client may have a session. */
    public CompletionStage<Verdict> canHandshake(ServerSession session, ServerMessage message) {
        SecurityPolicy asked = policy;
        CompletionStage<Verdict> verdict = asked instanceof SecurityPolicy.Async async
                ? later(async, BayeuxError.HANDSHAKE_DENIED, () -> async.canHandshakeAsync(server, session, message))
                : now(asked, BayeuxError.HANDSHAKE_DENIED, () -> asked.canHandshake(server, session, message));
        return told(verdict, session, message);
    }

    /** Whether a session may bring a channel into being. */
    public CompletionStage<Verdict> canCreate(ServerSession session, ChannelId id, ServerMessage message) {
        SecurityPolicy asked = policy;
        String error = FORBIDDEN + "create_denied";
        CompletionStage<Verdict> verdict = asked instanceof SecurityPolicy.Async async
                ? later(async, error, () -> async.canCreateAsync(server, session, id.getId(), message))
                : now(asked, error, () -> asked.canCreate(server, session, id.getId(), message));
        return told(Verdict.then(verdict, () -> authorize(Operation.CREATE, id, session, message)), session, message);
    }

    /** Whether a session may subscribe to a channel or pattern. */
    public CompletionStage<Verdict> canSubscribe(
            ServerSession session, RegisteredChannel channel, ServerMessage message) {
        SecurityPolicy asked = policy;
        String error = FORBIDDEN + "subscribe_denied";
        CompletionStage<Verdict> verdict = asked instanceof SecurityPolicy.Async async
                ? later(async, error, () -> async.canSubscribeAsync(server, session, channel, message))
                : now(asked, error, () -> asked.canSubscribe(server, session, channel, message));
        return told(
                Verdict.then(verdict, () -> authorize(Operation.SUBSCRIBE, channel.getChannelId(), session, message)),
                session,
                message);
    }

    /** Whether a session, or somebody without one, may publish to a channel. */
    public CompletionStage<Verdict> canPublish(
            ServerSession session, RegisteredChannel channel, ServerMessage message) {
        SecurityPolicy asked = policy;
        String error = FORBIDDEN + "publish_denied";
        CompletionStage<Verdict> verdict = asked instanceof SecurityPolicy.Async async
                ? later(async, error, () -> async.canPublishAsync(server, session, channel, message))
                : now(asked, error, () -> asked.canPublish(server, session, channel, message));
        return told(
                Verdict.then(verdict, () -> authorize(Operation.PUBLISH, channel.getChannelId(), session, message)),
                session,
                message);
    }

    private CompletionStage<Verdict> told(
            CompletionStage<Verdict> verdict, ServerSession session, ServerMessage message) {
        if (!story.isOn()) {
            return verdict;
        }
        return verdict.thenApply(it -> {
            story.tell(session, Story.nameOf(message) + ": policy and authorizers say " + it.told());
            return it;
        });
    }

    private static CompletionStage<Verdict> now(Object asked, String error, BooleanSupplier question) {
        try {
            return Verdict.of(question.getAsBoolean(), error);
        } catch (Throwable e) {
            return failed(asked, e);
        }
    }

    private CompletionStage<Verdict> later(Object asked, String error, Supplier<CompletionStage<Boolean>> question) {
        try {
            return Verdict.of(current.here(), question.get(), asked, Verdict.FAILED, error);
        } catch (Throwable e) {
            return failed(asked, e);
        }
    }

    private static CompletionStage<Verdict> failed(Object asked, Throwable failure) {
        UserCode.failedLater(asked, failure);
        return CompletableFuture.completedFuture(Verdict.FAILED);
    }

    private CompletionStage<Verdict> authorize(
            Operation operation, ChannelId id, ServerSession session, ServerMessage message) {
        boolean asked = false;
        boolean granted = false;
        for (String pattern : concernedBy(id)) {
            RegisteredChannel channel = channels.get(pattern);
            if (channel != null) {
                for (Authorizer authorizer : channel.authorizers()) {
                    Authorizer.Result result = ask(authorizer, operation, id, session, message);
                    if (result.isDenied()) {
                        return Verdict.refused(denied(operation, result));
                    }
                    asked = true;
                    granted |= result.isGranted();
                }
            }
        }
        return Verdict.of(granted || !asked, FORBIDDEN + name(operation) + "_denied");
    }

    /** The channel and all patterns that match it; a pattern is matched by the wider ones around it. */
    private static List<String> concernedBy(ChannelId id) {
        if (!id.isWild()) {
            return id.getAllIds();
        }
        String regular = id.getRegularPart();
        List<String> wilds = new ChannelId((regular == null ? "" : regular) + "/x").getWilds();
        return wilds.subList(wilds.indexOf(id.getId()), wilds.size());
    }

    private static Authorizer.Result ask(
            Authorizer authorizer, Operation operation, ChannelId id, ServerSession session, ServerMessage message) {
        try {
            return Objects.requireNonNull(
                    authorizer.authorize(operation, id, session, message), "an authorizer returned null");
        } catch (Throwable e) {
            UserCode.failedLater(authorizer, e);
            return Authorizer.Result.deny("authorizer_failed");
        }
    }

    private static String denied(Operation operation, Authorizer.Result result) {
        // A colon would end the argument of the error.
        return "403:" + result.getReason().replace(':', ' ') + ":" + name(operation) + "_denied";
    }

    private static String name(Operation operation) {
        return switch (operation) {
            case CREATE -> "create";
            case SUBSCRIBE -> "subscribe";
            case PUBLISH -> "publish";
        };
    }
}
