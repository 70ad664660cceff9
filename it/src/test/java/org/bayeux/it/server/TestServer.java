package org.bayeux.it.server;

import java.net.URI;
import java.nio.file.Path;

/**
 * One application server in a process of its own, bound to the loopback interface.
 *
 * <p>Deploying and undeploying are not thread-safe: tests run one after the other.
 */
public interface TestServer extends AutoCloseable {

    /** Where the server answers HTTP, without a slash at the end. */
    URI url();

    /** Where MicroProfile Health tells whether the server and its applications are ready. */
    default URI readiness() {
        return URI.create(url() + "/health/ready");
    }

    /**
     * Deploys a WAR under the context root {@code /name}, or an EAR, whose WARs have their own names as context roots;
     * returns when it answers.
     *
     * @throws IllegalStateException if the server refuses the archive; its log tells why
     */
    void deploy(String name, Path archive);

    /** Takes the application away and returns when the server is done with it. */
    void undeploy(String name);

    /**
     * Asks the process to end, as an operator does, waits until it has, and starts it again on the same port with what
     * was deployed. Returns when it is up.
     */
    void restart();

    /** What can be seen of the server from outside. */
    ServerProcess process();

    /** Ends the process and deletes what it kept on disk, except the log. */
    @Override
    void close();
}
