package org.bayeux.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.bayeux.it.server.payara.PayaraHost;

/** Payara Micro without cluster, with the 512 MB heap that the capacity promise is made for. */
final class PayaraMicro implements TestServer {

    private static final long START_LIMIT_SECONDS = 180;
    private static final long DEPLOY_LIMIT_SECONDS = 120;

    /** Hazelcast would listen on all interfaces even without a cluster; HTTP must stay on loopback. */
    private static final List<String> PRE_BOOT = List.of(
            "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address="
                    + "127.0.0.1");

    private final Path directory;
    private final Process process;
    private final int port;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private PayaraMicro(Path directory, Process process, int port) {
        this.directory = directory;
        this.process = process;
        this.port = port;
    }

    /** Starts a server that keeps its files in {@code directory} and its log in {@code log}; returns when it is up. */
    static PayaraMicro start(Path directory, Path log) {
        try {
            int port = FreePort.onLoopback();
            Directories.delete(directory);
            Files.createDirectories(directory.resolve("tmp"));
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = new ProcessBuilder(command(directory, port))
                    .redirectError(log.toFile())
                    .start();
            PayaraMicro server = new PayaraMicro(directory, process, port);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            server.readAnswers();
            server.await("started", START_LIMIT_SECONDS);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void deploy(String name, Path war) {
        tell("deploy " + name + " " + war.toAbsolutePath());
        await("deployed", DEPLOY_LIMIT_SECONDS);
    }

    @Override
    public void undeploy(String name) {
        tell("undeploy " + name);
        await("undeployed", DEPLOY_LIMIT_SECONDS);
    }

    @Override
    public ServerProcess process() {
        return new ServerProcess(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Directories.delete(directory);
    }

    private static List<String> command(Path directory, int port) throws IOException {
        Path jar = codeSource(fish.payara.micro.PayaraMicro.class);
        Path preBoot = Files.write(directory.resolve("pre-boot.txt"), PRE_BOOT);
        Path temporary = directory.resolve("tmp").toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        // Lets one full collection show what is really held: caches behind soft references do not count as leaks.
        command.add("-XX:SoftRefLRUPolicyMSPerMB=0");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(moduleOptions(jar));
        command.addAll(List.of("-cp", jar + ":" + hostAlone(directory), PayaraHost.class.getName()));
        command.addAll(List.of("--nocluster", "--port", Integer.toString(port)));
        // Few, so that thousands of held connects prove that none of them has one.
        command.addAll(List.of("--maxhttpthreads", "50"));
        command.addAll(
                List.of("--rootdir", directory.resolve("root").toAbsolutePath().toString()));
        command.addAll(List.of("--prebootcommandfile", preBoot.toAbsolutePath().toString()));
        return command;
    }

    /** The exports and opens of the manifest, which the JVM reads only when it is started with {@code -jar}. */
    private static List<String> moduleOptions(Path jar) throws IOException {
        try (JarFile archive = new JarFile(jar.toFile())) {
            Attributes manifest = archive.getManifest().getMainAttributes();
            List<String> options = new ArrayList<>();
            for (String kind : List.of("Exports", "Opens")) {
                for (String target : manifest.getValue("Add-" + kind).split(" ")) {
                    options.add("--add-" + kind.toLowerCase() + "=" + target + "=ALL-UNNAMED");
                }
            }
            return options;
        }
    }

    private static Path hostAlone(Path directory) throws IOException {
        String file = PayaraHost.class.getName().replace('.', '/') + ".class";
        Path root = directory.resolve("host").toAbsolutePath();
        Path target = root.resolve(file);
        Files.createDirectories(target.getParent());
        try (InputStream bytes = PayaraHost.class.getResourceAsStream("/" + file)) {
            Files.copy(bytes, target);
        }
        return root;
    }

    private static Path codeSource(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Drains the output for as long as the server lives: a full pipe would stop it. */
    private void readAnswers() {
        Thread reader = new Thread(this::copyAnswers, "payara-micro-answers");
        reader.setDaemon(true);
        reader.start();
    }

    private void copyAnswers() {
        try (BufferedReader output = process.inputReader(UTF_8)) {
            for (String line; (line = output.readLine()) != null; ) {
                int mark = line.indexOf(PayaraHost.MARK);
                if (mark >= 0) {
                    answers.add(line.substring(mark + PayaraHost.MARK.length()));
                }
            }
        } catch (IOException e) {
            answers.add("output lost: " + e);
        }
        answers.add("ended");
    }

    private void tell(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(String expected, long seconds) {
        try {
            String answer = answers.poll(seconds, TimeUnit.SECONDS);
            if (!expected.equals(answer)) {
                throw new IllegalStateException("expected '" + expected + "' from Payara Micro, got " + answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Payara Micro", e);
        }
    }
}
