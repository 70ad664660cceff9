package org.bayeux.server.engine.dispatch;

import org.bayeux.server.config.AbuseLimits;
import org.bayeux.server.engine.context.CurrentRequest;
import org.bayeux.server.engine.watch.Watch;

/**
 * What all exchanges of a server share.
 *
 * @param dispatcher processes their messages
 * @param finisher completes their replies
 * @param current knows what is being processed on this thread
 * @param watch hears what happens
 * @param limits what one client may take
 */
record ExchangeEnvironment(
        Dispatcher dispatcher, ReplyFinisher finisher, CurrentRequest current, Watch watch, AbuseLimits limits) {}
