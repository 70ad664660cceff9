package org.bayeux.wire;

/** A container of a tree that was read from a message: whoever changes it tells the text that it belongs to. */
sealed interface Tracked permits TrackedObject, TrackedArray {

    /** The text whose tree this is a part of. */
    JsonText owner();

    /** Writes this container from its elements, not from the text. */
    void writeElements(JsonWriter writer);
}
