package org.bayeux.oort.object;

/** A part of another node, and its version. Confined to the lock of its {@link Parts}. */
final class OtherPart<T> {

    private final Part<T> part;
    private long version;

    OtherPart(Part<T> part, long version) {
        this.part = part;
        this.version = version;
    }

    Part<T> part() {
        return part;
    }

    /** Takes the version of a change, if it is the next one. */
    boolean isNext(long now) {
        if (now != version + 1) {
            return false;
        }
        version = now;
        return true;
    }
}
