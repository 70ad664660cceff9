package org.bayeux.server.jmx;

import java.util.List;

/** One channel as operators see it, at the moment when it is asked for. */
public interface ChannelDescription {

    /** Its name. */
    String getName();

    /** How many sessions are subscribed to exactly this channel or pattern. */
    int getSubscribers();

    /** Whether it stays although nobody uses it. */
    boolean isPersistent();

    /** Whether its messages wait for an occasion. */
    boolean isLazy();

    /** How long they wait at most, in milliseconds; not positive: as long as the transport says. */
    long getLazyTimeout();

    /** The classes of its listeners. */
    List<String> getListeners();

    /** The classes of its authorizers. */
    List<String> getAuthorizers();

    /** The names of what the application keeps with it. */
    List<String> getAttributeNames();
}
