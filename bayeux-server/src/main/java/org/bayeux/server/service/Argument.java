package org.bayeux.server.service;

import org.jspecify.annotations.Nullable;

/**
 * Makes the value for one parameter of a callback method. Implementations are immutable.
 */
@FunctionalInterface
interface Argument {

    /** The session that sent the message. */
    Argument SENDER = Delivery::sender;

    /** The message itself. */
    Argument MESSAGE = Delivery::message;

    /** Who waits for the answer to a remote call. */
    Argument CALLER = Delivery::caller;

    /**
     * The value for this call.
     *
     * @throws UnfitDataException if the message's payload or channel is not what the parameter wants
     */
    @Nullable
    Object in(Delivery delivery);
}
