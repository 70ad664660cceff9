package org.bayeux.server.engine;

import java.util.Map;
import java.util.Set;
import org.bayeux.api.server.ServerTransport;
import org.bayeux.server.config.TransportConfig;
import org.jspecify.annotations.Nullable;

/**
 * What applications see of a transport: its name and settings.
 *
 * @param name as clients negotiate it
 * @param prefix of its options
 * @param config its settings
 */
record TransportView(String name, String prefix, TransportConfig config) implements ServerTransport {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getOptionPrefix() {
        return prefix;
    }

    @Override
    public @Nullable Object getOption(String option) {
        return options().get(option);
    }

    @Override
    public Set<String> getOptionNames() {
        return options().keySet();
    }

    @Override
    public long getTimeout() {
        return config.timeout().toMillis();
    }

    @Override
    public long getInterval() {
        return config.interval().toMillis();
    }

    @Override
    public long getMaxInterval() {
        return config.maxInterval().toMillis();
    }

    @Override
    public long getMaxLazyTimeout() {
        return config.maxLazyTimeout().toMillis();
    }

    @Override
    public boolean isMetaConnectDeliveryOnly() {
        return config.metaConnectDeliverOnly();
    }

    private Map<String, Object> options() {
        return Map.of(
                "timeout", getTimeout(),
                "interval", getInterval(),
                "maxInterval", getMaxInterval(),
                "maxLazyTimeout", getMaxLazyTimeout(),
                "metaConnectDeliverOnly", isMetaConnectDeliveryOnly(),
                "maxQueue", config.queue().maxMessages(),
                "maxQueueBytes", config.queue().maxBytes(),
                "maxQueuePolicy", config.queue().policy().name(),
                "maxMessageSize", config.maxMessageSize());
    }
}
