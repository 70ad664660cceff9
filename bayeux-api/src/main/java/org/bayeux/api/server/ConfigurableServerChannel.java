package org.bayeux.api.server;

import java.util.List;
import org.bayeux.api.Bayeux;
import org.bayeux.api.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a channel on the server, which are best made before the channel is used.
 *
 * <p>All methods are thread-safe. Source: manual, 9.3.2.4 and 9.3.9.
 */
public interface ConfigurableServerChannel extends Channel {

    /**
     * Adds a listener; an object that implements several listener interfaces is told about all of
     * them.
     */
    void addListener(ServerChannelListener listener);

    /** Removes a listener added before; does nothing if it is not there. */
    void removeListener(ServerChannelListener listener);

    /**
     * Lists the listeners in the order they were added.
     *
     * @return an unmodifiable snapshot
     */
    List<ServerChannelListener> getListeners();

    /** Tells whether messages on this channel need not be delivered at once. */
    boolean isLazy();

    /**
     * Makes all messages on this channel lazy, or no longer. On a wild channel this concerns all
     * channels that it matches; it never concerns children of a plain channel.
     */
    void setLazy(boolean lazy);

    /**
     * Returns the longest time a lazy message on this channel waits.
     *
     * @return milliseconds, or -1 if the server's {@code maxLazyTimeout} holds
     */
    long getLazyTimeout();

    /**
     * Sets the longest time a lazy message on this channel waits, which also makes the channel lazy.
     *
     * @param lazyTimeout milliseconds; a value that is not positive makes the channel not lazy
     */
    void setLazyTimeout(long lazyTimeout);

    /** Tells whether the channel stays when nobody uses it. */
    boolean isPersistent();

    /**
     * Lets the channel stay when nobody uses it, or lets it be swept. A wild channel that is lazy or has a queue policy stays
     * anyway, for the sake of the channels that it matches.
     */
    void setPersistent(boolean persistent);

    /**
     * Returns what happens to a message on this channel that a session has no room for.
     *
     * @return the policy, or null if that of a wild channel that matches, or else the server's, holds
     */
    @Nullable
    QueuePolicy getQueuePolicy();

    /**
     * Sets what happens to a message on this channel that a session has no room for. On a wild channel this concerns all
     * channels that it matches and that have no policy of their own; the closest one counts.
     *
     * @param policy the policy, or null for the server's {@code maxQueuePolicy}
     */
    void setQueuePolicy(@Nullable QueuePolicy policy);

    /** Adds an authorizer, which is asked about operations on this channel or those it matches. */
    void addAuthorizer(Authorizer authorizer);

    /** Removes an authorizer added before; does nothing if it is not there. */
    void removeAuthorizer(Authorizer authorizer);

    /**
     * Lists the authorizers of this very channel, not those of wild channels that match it.
     *
     * @return an unmodifiable snapshot
     */
    List<Authorizer> getAuthorizers();

    /** Configures a new channel before anybody else can see it. */
    @FunctionalInterface
    interface Initializer {

        /**
         * Is called once for the new channel, without a lock held. If it throws, the channel is not
         * made and the caller gets the exception.
         */
        void configureChannel(ConfigurableServerChannel channel);

        /** Makes the new channel persistent. */
        final class Persistent implements Initializer {

            /** Makes an initializer; it has no state. */
            public Persistent() {}

            @Override
            public void configureChannel(ConfigurableServerChannel channel) {
                channel.setPersistent(true);
            }
        }
    }

    /** Root of the listeners that are told about one channel. */
    interface ServerChannelListener extends Bayeux.BayeuxListener {

        /** Marks a listener that does not keep its channel from being swept. */
        interface Weak extends ServerChannelListener {}
    }
}
