package org.bayeux.server.engine.dispatch;

import org.bayeux.server.engine.context.CurrentRequest;

/**
 * What all exchanges of a server share.
 *
 * @param dispatcher processes their messages
 * @param finisher completes their replies
 * @param current knows what is being processed on this thread
 */
record ExchangeEnvironment(Dispatcher dispatcher, ReplyFinisher finisher, CurrentRequest current) {}
