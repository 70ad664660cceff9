package org.bayeux.server.engine.management;

import java.util.Collection;
import java.util.List;
import org.bayeux.server.engine.channel.RegisteredChannel;
import org.bayeux.server.jmx.ChannelDescription;

/** Describes one channel. Thread-safe; each value is of the moment when it is read. */
final class ChannelView implements ChannelDescription {

    private final RegisteredChannel channel;

    ChannelView(RegisteredChannel channel) {
        this.channel = channel;
    }

    @Override
    public String getName() {
        return channel.getId();
    }

    @Override
    public int getSubscribers() {
        return channel.getSubscribers().size();
    }

    @Override
    public boolean isPersistent() {
        return channel.isPersistent();
    }

    @Override
    public boolean isLazy() {
        return channel.isLazy();
    }

    @Override
    public long getLazyTimeout() {
        return channel.getLazyTimeout();
    }

    @Override
    public List<String> getListeners() {
        return classesOf(channel.getListeners());
    }

    @Override
    public List<String> getAuthorizers() {
        return classesOf(channel.getAuthorizers());
    }

    @Override
    public List<String> getAttributeNames() {
        return channel.getAttributeNames().stream().sorted().toList();
    }

    private static List<String> classesOf(Collection<?> objects) {
        return objects.stream().map(it -> it.getClass().getName()).toList();
    }
}
