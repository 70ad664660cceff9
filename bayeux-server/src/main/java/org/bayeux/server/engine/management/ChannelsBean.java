package org.bayeux.server.engine.management;

import java.util.List;
import org.bayeux.api.Session;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.jmx.ChannelDescription;
import org.bayeux.server.jmx.ChannelsMXBean;
import org.jspecify.annotations.Nullable;

/** The channels. Thread-safe. */
final class ChannelsBean implements ChannelsMXBean {

    private final ManagedServer managed;

    ChannelsBean(ManagedServer managed) {
        this.managed = managed;
    }

    @Override
    public int getCount() {
        return managed.channels().count();
    }

    @Override
    public List<String> list(String prefix, int from, int count) {
        return new Page(from, count)
                .of(managed.channels().all().stream()
                        .map(RegisteredChannel::getId)
                        .filter(it -> it.startsWith(prefix))
                        .sorted());
    }

    @Override
    public @Nullable ChannelDescription describe(String name) {
        RegisteredChannel channel = managed.channels().getConfigured(name);
        return channel == null ? null : new ChannelView(channel);
    }

    @Override
    public List<String> subscribers(String name, int from, int count) {
        Page page = new Page(from, count);
        RegisteredChannel channel = managed.channels().getConfigured(name);
        return channel == null
                ? List.of()
                : page.of(channel.getSubscribers().stream().map(Session::getId).sorted());
    }

    @Override
    public boolean remove(String name) {
        RegisteredChannel channel = managed.channels().getConfigured(name);
        if (channel != null) {
            managed.soon(channel::remove);
        }
        return channel != null;
    }
}
