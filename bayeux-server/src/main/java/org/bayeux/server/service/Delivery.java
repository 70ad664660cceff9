package org.bayeux.server.service;

import java.util.Map;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.api.Message;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * What one call of a callback is about: all that its arguments can be made of. Confined to that call.
 *
 * @param sender who sent the message; {@code null} if code on the server did without a session, or nobody may know
 * @param message the message
 * @param parameters the values of the template's parameters, empty without a template
 * @param caller who waits for an answer, if this is a remote call
 */
record Delivery(
        @Nullable ServerSession sender,
        Message message,
        Map<String, String> parameters,
        RemoteCall.@Nullable Caller caller) {}
