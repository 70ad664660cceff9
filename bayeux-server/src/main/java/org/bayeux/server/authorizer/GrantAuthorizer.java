package org.bayeux.server.authorizer;

import java.util.EnumSet;
import java.util.Set;
import org.bayeux.api.ChannelId;
import org.bayeux.api.server.Authorizer;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;

/**
 * Grants the same operations to everybody and leaves the judgement of all others to other authorizers.
 *
 * <p>Never denies. Immutable. Source: manual, 9.3.6.
 */
public final class GrantAuthorizer implements Authorizer {

    /** Grants nothing: as the first authorizer of a channel it closes the channel until another one grants. */
    public static final GrantAuthorizer GRANT_NONE = new GrantAuthorizer(EnumSet.noneOf(Operation.class));

    /** Lets everybody make the channel. */
    public static final GrantAuthorizer GRANT_CREATE = new GrantAuthorizer(EnumSet.of(Operation.CREATE));

    /** Lets everybody subscribe. */
    public static final GrantAuthorizer GRANT_SUBSCRIBE = new GrantAuthorizer(EnumSet.of(Operation.SUBSCRIBE));

    /** Lets everybody publish. */
    public static final GrantAuthorizer GRANT_PUBLISH = new GrantAuthorizer(EnumSet.of(Operation.PUBLISH));

    /** Lets everybody make the channel and subscribe. */
    public static final GrantAuthorizer GRANT_CREATE_SUBSCRIBE =
            new GrantAuthorizer(EnumSet.of(Operation.CREATE, Operation.SUBSCRIBE));

    /** Lets everybody make the channel and publish. */
    public static final GrantAuthorizer GRANT_CREATE_PUBLISH =
            new GrantAuthorizer(EnumSet.of(Operation.CREATE, Operation.PUBLISH));

    /** Lets everybody subscribe and publish. */
    public static final GrantAuthorizer GRANT_SUBSCRIBE_PUBLISH =
            new GrantAuthorizer(EnumSet.of(Operation.SUBSCRIBE, Operation.PUBLISH));

    /** Lets everybody do everything. */
    public static final GrantAuthorizer GRANT_ALL = new GrantAuthorizer(EnumSet.allOf(Operation.class));

    private final Set<Operation> granted;

    private GrantAuthorizer(Set<Operation> granted) {
        this.granted = granted;
    }

    @Override
    public Result authorize(Operation operation, ChannelId channel, ServerSession session, ServerMessage message) {
        return granted.contains(operation) ? Result.grant() : Result.ignore();
    }

    @Override
    public String toString() {
        return "grants " + granted;
    }
}
