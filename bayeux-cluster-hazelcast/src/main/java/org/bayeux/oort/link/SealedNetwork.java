package org.bayeux.oort.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A network on which packets carry a seal that only those can make who know a secret; others are not heard. It hides
 * nothing: who wants that lets the network encrypt. Immutable.
 */
public final class SealedNetwork implements Network {

    private static final System.Logger LOGGER = System.getLogger(SealedNetwork.class.getName());
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL = 32;

    private final Network network;
    private final SecretKeySpec key;

    /** Seals all that passes this network. */
    public SealedNetwork(Network network, String secret) {
        this.network = network;
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    @Override
    public void join(UUID self, Receiver receiver) {
        network.join(self, new Unsealing(receiver));
    }

    @Override
    public void send(UUID to, byte[] packet) {
        network.send(to, sealed(packet));
    }

    @Override
    public void sendToAll(byte[] packet) {
        network.sendToAll(sealed(packet));
    }

    @Override
    public void leave() {
        network.leave();
    }

    @Override
    public Set<UUID> otherMembers() {
        return network.otherMembers();
    }

    private byte[] sealed(byte[] packet) {
        byte[] seal = sealOf(packet, packet.length);
        byte[] sealed = Arrays.copyOf(packet, packet.length + SEAL);
        System.arraycopy(seal, 0, sealed, packet.length, SEAL);
        return sealed;
    }

    private byte[] sealOf(byte[] packet, int length) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(packet, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private final class Unsealing implements Receiver {

        private final Told strangers = new Told();
        private final Receiver receiver;

        Unsealing(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public void received(UUID member, byte[] packet) {
            int length = packet.length - SEAL;
            if (length > 0
                    && MessageDigest.isEqual(
                            sealOf(packet, length), Arrays.copyOfRange(packet, length, packet.length))) {
                receiver.received(member, Arrays.copyOf(packet, length));
            } else if (strangers.isNew(member)) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "BYX-6007: The packets of member {0} are ignored: it does not know the secret of this node.",
                        member);
            }
        }

        @Override
        public void lost(UUID member, boolean ended) {
            receiver.lost(member, ended);
        }

        @Override
        public void ended() {
            receiver.ended();
        }
    }
}
