package org.bayeux.oort.seti;

/** Hears who is present where: once for each user and node, one call after another, and without any lock. */
public interface Presence {

    /** From now on a user is present on a node. */
    void added(String url, String user);

    /** From now on a user is not present on a node any more. */
    void removed(String url, String user);
}
