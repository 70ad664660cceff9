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

    /**
     * Deploys {@code war} under the context root {@code /name} and returns when it answers.
     *
     * @throws IllegalStateException if the server refuses the archive; its log tells why
     */
    void deploy(String name, Path war);

    /** Takes the application away and returns when the server is done with it. */
    void undeploy(String name);

    /** What can be seen of the server from outside. */
    ServerProcess process();

    /** Ends the process and deletes what it kept on disk, except the log. */
    @Override
    void close();
}
