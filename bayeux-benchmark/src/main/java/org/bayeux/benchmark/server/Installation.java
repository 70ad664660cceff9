package org.bayeux.benchmark.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What servers are started from.
 *
 * @param servers the directory with Payara Micro's jar and the unpacked servers, as the build makes it
 * @param oort the directory in which the module of the peer with Oort is built
 * @param work where servers and their logs get directories of their own
 * @param heap the heap of each server, as the JVM's options write it
 */
public record Installation(Path servers, Path oort, Path work, String heap) {

    /** With absolute paths, since servers run elsewhere. */
    public Installation {
        servers = servers.toAbsolutePath().normalize();
        oort = oort.toAbsolutePath().normalize();
        work = work.toAbsolutePath().normalize();
    }

    Path payaraMicro() {
        return existing(servers, "payara-micro.jar");
    }

    Path wildFly() {
        return existing(servers, "wildfly-39.0.1.Final");
    }

    Path openLiberty() {
        return existing(servers, "wlp");
    }

    /** The class path of the peer with Oort. */
    String oortClassPath() throws IOException {
        return existing(oort, "classes") + File.pathSeparator + Files.readString(existing(oort, "class-path"));
    }

    private static Path existing(Path directory, String name) {
        Path path = directory.resolve(name);
        if (Files.notExists(path)) {
            throw new IllegalStateException(
                    path + " does not exist; './mvnw -Pservers -pl bayeux-benchmark -am package' puts" + " it there");
        }
        return path;
    }
}
