package org.bayeux.server.engine.dispatch;

import java.util.concurrent.CompletionStage;

/** Does what a message on one kind of channel asks for, and completes its reply. */
@FunctionalInterface
interface Handler {

    /** Called after the extensions; where the kind needs a session, there is one. */
    CompletionStage<Outcome> handle(Request request);
}
