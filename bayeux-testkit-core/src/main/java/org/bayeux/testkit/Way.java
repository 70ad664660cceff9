package org.bayeux.testkit;

/** One of the two directions of a connection. */
public enum Way {
    /** What the client sends. */
    TO_SERVER,
    /** What the server sends: answers and messages. */
    TO_CLIENT
}
