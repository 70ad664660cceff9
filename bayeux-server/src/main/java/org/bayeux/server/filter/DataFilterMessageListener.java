package org.bayeux.server.filter;

import java.util.List;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Puts filters on a channel, a wild one if need be: each gets what the one before it returned.
 *
 * <pre>{@code
 * channel.addListener(new DataFilterMessageListener(new NoMarkupFilter()));
 * }</pre>
 *
 * <p>If one of them fails or aborts, nobody receives the message: what could not be checked must not pass. Add it before
 * other listeners, which see what it leaves. Immutable.
 */
public final class DataFilterMessageListener implements ServerChannel.MessageListener {

    private final List<DataFilter> filters;

    /** Filters by these, in this order. */
    public DataFilterMessageListener(DataFilter... filters) {
        this.filters = List.of(filters);
    }

    @Override
    public boolean onMessage(@Nullable ServerSession from, ServerChannel channel, ServerMessage.Mutable message) {
        Object data = message.getData();
        Object filtered = data;
        try {
            for (DataFilter filter : filters) {
                filtered = filter.filter(from, channel, filtered);
            }
        } catch (DataFilter.AbortException e) {
            FilterLog.aborted(channel.getId(), e);
            return false;
        } catch (RuntimeException e) { // the application's filters
            FilterLog.failed(channel.getId(), e);
            return false;
        }
        if (filtered != data) {
            message.setData(filtered);
        }
        return true;
    }
}
