package org.bayeux.oort.hazelcast;

import com.hazelcast.cluster.Address;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.bayeux.oort.link.Network;

/**
 * An instance of Hazelcast that a node lives on: one that somebody else made and ends, or its own. Immutable.
 *
 * @param instance runs
 * @param isOwn whether it ends with the node
 */
@SuppressWarnings("UnusedVariable") // a record
public record HazelcastMember(HazelcastInstance instance, boolean isOwn) {

    /** What can be {@linkplain #given given}. */
    public static final Class<?> TYPE = HazelcastInstance.class;

    /**
     * Looks for the classes of Hazelcast.
     *
     * @throws NoClassDefFoundError if there are none
     */
    public static void load() {
        Hazelcast.getAllHazelcastInstances();
    }

    /** Whether something is an instance that can be {@linkplain #given given}. */
    public static boolean isAmong(Set<Type> types) {
        return types.contains(TYPE);
    }

    /** One that the application has. */
    public static HazelcastMember given(Object instance) {
        return new HazelcastMember((HazelcastInstance) instance, false);
    }

    /**
     * One that the server has.
     *
     * @throws IllegalStateException if there is none by that name
     */
    @SuppressWarnings("BanJNDI") // a name of the deployer's, in the server's own naming only
    public static HazelcastMember named(String jndi) {
        try {
            Object found = new InitialContext().lookup(jndi);
            if (found instanceof HazelcastInstance instance) {
                return new HazelcastMember(instance, false);
            }
            throw new IllegalStateException("BYX-6021: option 'oort.hazelcast' names '" + jndi + "', which is a "
                    + found.getClass().getName() + " and no instance of the Hazelcast that the application sees");
        } catch (NamingException e) {
            throw new IllegalStateException(
                    "BYX-6021: option 'oort.hazelcast' names '" + jndi + "', where JNDI has nothing", e);
        }
    }

    /**
     * One of its own, as {@code hazelcast.yaml} of the application says, or on loopback where there is none.
     *
     * @param cloud names the cluster then
     * @throws IllegalStateException if it does not start
     */
    public static HazelcastMember own(ClassLoader application, String cloud) {
        try {
            return new HazelcastMember(Hazelcast.newHazelcastInstance(OwnConfig.of(application, cloud)), true);
        } catch (RuntimeException e) {
            throw new IllegalStateException("BYX-6020: Hazelcast does not start: " + reasons(e), e);
        }
    }

    /** Hazelcast tells of a mistake in its configuration where, but not always what, in front. */
    private static String reasons(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(": "));
    }

    /** How the nodes of a cloud reach each other. */
    public Network network(String cloud) {
        return new HazelcastNetwork(instance, cloud);
    }

    /** Where other members find it. */
    public String address() {
        Address address = instance.getCluster().getLocalMember().getAddress();
        return address.getHost() + ':' + address.getPort();
    }

    /** Ends it, if it is its own. */
    public void end() {
        if (isOwn) {
            instance.shutdown();
        }
    }
}
