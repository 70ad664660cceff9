package org.bayeux.testkit;

/** How the network of a client behaves when the server writes. */
public enum Writing {
    /** What is written arrives at once. */
    AT_ONCE,
    /** What is written arrives, but the server hears of it only when the test says so. */
    SLOWLY,
    /** Nothing that is written arrives, and the server hears of that. */
    FAILING
}
