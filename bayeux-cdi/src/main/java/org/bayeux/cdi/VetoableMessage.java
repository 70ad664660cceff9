package org.bayeux.cdi;

/**
 * A message that its observer may keep from everybody behind it: observers with a later {@code @Priority}, those with
 * {@code @ObservesAsync}, listeners of the channel and subscribers.
 *
 * <p>Only for {@code @Observes}: when asynchronous observers run, the message is on its way. A message whose payload does
 * not fit the type is refused unseen, and so is one whose observer throws: who guards a channel must not fail open.
 *
 * @param <T> see {@link ChannelMessage}
 */
public interface VetoableMessage<T> extends ChannelMessage<T> {

    /**
     * Refuses the message. A client that sent it gets an unsuccessful reply with the error {@code 403:reason:vetoed}. The
     * first reason counts.
     *
     * @param reason told to the client; colons become spaces, since one would end it
     * @throws IllegalStateException if the observer has returned
     */
    void veto(String reason);
}
