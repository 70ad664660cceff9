package org.bayeux.benchmark.server;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What servers are started from.
 *
 * @param servers the directory with Payara Micro's jar and the unpacked servers, as the build makes it
 * @param work where servers and their logs get directories of their own
 * @param heap the heap of each server, as the JVM's options write it
 */
public record Installation(Path servers, Path work, String heap) {

    /** With absolute paths, since servers run elsewhere. */
    public Installation {
        servers = servers.toAbsolutePath().normalize();
        work = work.toAbsolutePath().normalize();
    }

    Path payaraMicro() {
        return existing("payara-micro.jar");
    }

    Path wildFly() {
        return existing("wildfly-39.0.1.Final");
    }

    Path openLiberty() {
        return existing("wlp");
    }

    private Path existing(String name) {
        Path path = servers.resolve(name);
        if (Files.notExists(path)) {
            throw new IllegalStateException(
                    path + " does not exist; './mvnw -Pservers -pl bayeux-benchmark -am package' puts it there");
        }
        return path;
    }
}
