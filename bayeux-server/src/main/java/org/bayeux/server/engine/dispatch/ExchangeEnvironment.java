package org.bayeux.server.engine.dispatch;

import org.bayeux.server.config.AbuseLimits;
import org.bayeux.server.engine.context.CurrentRequest;
import org.bayeux.server.engine.publish.Broadcaster;
import org.bayeux.server.engine.watch.Watch;

/**
 * What all exchanges of a server share.
 *
 * @param dispatcher processes their messages
 * @param broadcaster publishes them
 * @param finisher completes their replies
 * @param current knows what is being processed on this thread
 * @param watch hears what happens
 * @param limits what one client may take
 */
record ExchangeEnvironment(
        Dispatcher dispatcher,
        Broadcaster broadcaster,
        ReplyFinisher finisher,
        CurrentRequest current,
        Watch watch,
        AbuseLimits limits) {}
