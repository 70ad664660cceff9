package org.bayeux.server.service;

/**
 * A method that sees messages before subscribers do and may stop them.
 *
 * <p>Immutable.
 *
 * @param receiveOwnPublishes whether it also sees what its own service published
 */
record ListenerMethod(Callback callback, boolean receiveOwnPublishes) {

    /** Whether the method returns a stage that tells if the message goes on, instead of telling at once. */
    boolean answersLater() {
        return ReturnTypes.isLaterDecision(callback.method());
    }
}
