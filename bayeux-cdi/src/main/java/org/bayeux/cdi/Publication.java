package org.bayeux.cdi;

/** What became of a published message. Immutable. */
public sealed interface Publication {

    /**
     * It waits for its receivers now, or has left already.
     *
     * @param sessions how many receive it; those that had no room for it, or whose extensions dropped it, do not count
     */
    record Delivered(int sessions) implements Publication {}

    /**
     * A listener or observer refused it, so nobody received it.
     *
     * @param error as a client would be told, such as {@code 403:closed at night:vetoed}
     */
    record Denied(String error) implements Publication {}

    /**
     * It could not be published.
     *
     * @param cause why, such as a payload without a JSON form
     */
    record Failed(Throwable cause) implements Publication {}
}
