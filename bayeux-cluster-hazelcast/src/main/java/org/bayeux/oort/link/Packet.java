package org.bayeux.oort.link;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What goes over the network at once. Immutable; the arrays are not to be changed. */
sealed interface Packet {

    /** Told apart from those of releases that would understand them differently. */
    byte VERSION = 1;

    /** Who sent it. */
    UUID from();

    /** The sender lives, under this name. */
    record Hello(UUID from, String url) implements Packet {}

    /** The sender leaves. */
    record Bye(UUID from) implements Packet {}

    /**
     * Consecutive payloads of a link.
     *
     * @param link the number of the link; a later one of the same sender has a greater number
     * @param known the number of the link of the receiver that the sender knows, 0 if none
     * @param first the number of the first payload in here; the first of a link is 1
     */
    record Parcel(UUID from, long link, long known, long first, List<byte[]> payloads) implements Packet {}

    /**
     * What arrived.
     *
     * @param link a link of the receiver of this packet
     * @param upTo the number of the last payload that was processed, with all before it; or {@link #FORGOTTEN}
     */
    record Ack(UUID from, long link, long upTo) implements Packet {

        /** The link is over for the sender: nothing of it will be processed any more, and a new one is wanted. */
        static final long FORGOTTEN = -1;

        boolean isForgotten() {
            return upTo == FORGOTTEN;
        }
    }

    /** The bytes of a packet. */
    default byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(DataOutputStream out) throws IOException {
        if (this instanceof Hello hello) {
            begin(out, 'H');
            out.writeUTF(hello.url);
        } else if (this instanceof Bye) {
            begin(out, 'B');
        } else if (this instanceof Parcel parcel) {
            begin(out, 'D');
            out.writeLong(parcel.link);
            out.writeLong(parcel.known);
            out.writeLong(parcel.first);
            out.writeInt(parcel.payloads.size());
            for (byte[] payload : parcel.payloads) {
                out.writeInt(payload.length);
                out.write(payload);
            }
        } else if (this instanceof Ack ack) {
            begin(out, 'A');
            out.writeLong(ack.link);
            out.writeLong(ack.upTo);
        }
    }

    private void begin(DataOutputStream out, char kind) throws IOException {
        out.writeByte(kind);
        out.writeLong(from().getMostSignificantBits());
        out.writeLong(from().getLeastSignificantBits());
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalPacketException if it is of another release or no packet at all
     */
    static Packet decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalPacketException("a packet of version " + version + ", legal is " + VERSION);
            }
            byte kind = in.readByte();
            UUID from = new UUID(in.readLong(), in.readLong());
            return switch (kind) {
                case 'H' -> new Hello(from, in.readUTF());
                case 'B' -> new Bye(from);
                case 'D' -> new Parcel(from, in.readLong(), in.readLong(), in.readLong(), payloads(in));
                case 'A' -> new Ack(from, in.readLong(), in.readLong());
                default -> throw new IllegalPacketException("a packet of kind " + kind + ", legal are H, B, D, A");
            };
        } catch (IOException e) {
            throw new IllegalPacketException("a packet of " + bytes.length + " bytes that ends too early", e);
        }
    }

    private static List<byte[]> payloads(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<byte[]> payloads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new IllegalPacketException(
                        "a payload of " + length + " bytes in a packet that has " + in.available() + " left");
            }
            payloads.add(in.readNBytes(length));
        }
        return payloads;
    }
}
