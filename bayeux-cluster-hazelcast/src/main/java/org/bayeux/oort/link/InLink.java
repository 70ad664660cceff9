package org.bayeux.oort.link;

import java.util.List;
import org.bayeux.oort.link.Packet.Parcel;

/**
 * What comes from one node: lets each payload pass once and in order.
 *
 * <p>Confined to the lock of its {@link Peer}.
 */
final class InLink {

    /** The greatest number of a link that was replaced, or that ended when its node was given up. */
    private long outdated;

    /** The number of the link, 0 if none has begun. */
    private long number;

    private long accepted;
    private long processed;

    /** Begins with what is remembered of the former links of that node. */
    InLink(long outdated) {
        this.outdated = outdated;
    }

    /** The number of the link, 0 if none has begun. */
    long number() {
        return number;
    }

    /** Links up to this number are over or have begun. */
    long greatestNumber() {
        return Math.max(outdated, number);
    }

    /** How many payloads of a link have been processed. */
    long processed(long link) {
        return link == number ? processed : 0;
    }

    /** What a packet means. */
    enum Meaning {
        /** Its payloads, or some of them, are the next ones. */
        NEXT,
        /** The same, and they are the first of a link. */
        BEGIN,
        /** Nothing to do but to say again what has arrived. */
        KNOWN_OR_GAP,
        /** It is of a link that is over. */
        OUTDATED
    }

    Meaning meaningOf(Parcel packet) {
        if (packet.link() <= outdated || packet.link() < number) {
            return Meaning.OUTDATED;
        }
        if (packet.link() > number) {
            return packet.first() == 1 ? Meaning.BEGIN : Meaning.KNOWN_OR_GAP;
        }
        long end = packet.first() + packet.payloads().size();
        return packet.first() <= accepted + 1 && end > accepted + 1 ? Meaning.NEXT : Meaning.KNOWN_OR_GAP;
    }

    /** Takes the payloads of a packet that are new, after {@link Meaning#NEXT} or {@link Meaning#BEGIN}. */
    List<byte[]> accept(Parcel packet) {
        if (packet.link() > number) {
            outdated = number;
            number = packet.link();
            accepted = 0;
            processed = 0;
        }
        int known = (int) (accepted + 1 - packet.first());
        accepted = packet.first() + packet.payloads().size() - 1;
        return packet.payloads().subList(known, packet.payloads().size());
    }

    /** Notes that a payload was processed; that of a link that was replaced meanwhile does not count. */
    void processedOne(long link) {
        if (link == number) {
            processed++;
        }
    }
}
