import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs an example on one or more Payara Micros of its own until it is interrupted, and takes everything away again.
 *
 * <p>Arguments: the jar of Payara Micro, the WAR, the directory to work in, and for each server the port wanted. All that
 * the servers write stays below that directory, so even a killed demo leaves nothing outside the build's own files.
 */
final class Demo {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(300);

    /** Payara Micro listens on every interface, and opens Hazelcast on top, unless told before it boots. */
    private static final List<String> LOOPBACK_ONLY = List.of(
            "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                    + ".address=127.0.0.1");

    /** Part of the line that Payara Micro logs once it has deployed, or failed to deploy, everything. */
    private static final String BOOTED = " ready in ";

    private final Path payara;
    private final Path war;
    private final Path log;
    private final Path run;
    private final int port;

    private Demo(Path payara, Path war, Path directory, String name, int port) throws IOException {
        this.payara = payara;
        this.war = war;
        this.log = directory.resolve(name + ".log");
        this.run = Files.createTempDirectory(directory, "run");
        this.port = port;
    }

    public static void main(String[] args) throws Exception {
        // Whoever kills Maven, even without letting it say goodbye, ends the demo.
        ProcessHandle.current().parent().ifPresent(maven -> maven.onExit()
                .thenRun(() -> Runtime.getRuntime().exit(0)));
        Map<Demo, Process> servers = new LinkedHashMap<>();
        for (int i = 3; i < args.length; i++) {
            String name = args.length == 4 ? "payara" : "payara-" + (i - 2);
            int port = usablePort(Integer.parseInt(args[i]));
            Demo demo = new Demo(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), name, port);
            servers.put(demo, demo.startUntilInterrupted());
        }
        for (Map.Entry<Demo, Process> server : servers.entrySet()) {
            server.getKey().awaitAnswer(server.getValue());
            System.out.println("Demo: " + server.getKey().url());
        }
        System.out.println(
                servers.size() == 1
                        ? "Open it in two windows. Stop it with Ctrl-C."
                        : "They are one: open each in a window. Stop them with Ctrl-C.");
        int status = 0;
        for (Process server : servers.values()) {
            status = Math.max(status, server.waitFor());
        }
        System.exit(status);
    }

    private static int usablePort(int wanted) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket free = new ServerSocket(wanted, 1, loopback)) {
            return free.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket free = new ServerSocket(0, 1, loopback)) {
                return free.getLocalPort();
            }
        }
    }

    private Process startUntilInterrupted() throws IOException {
        Files.createDirectory(run.resolve("tmp"));
        Process server = start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return server;
    }

    private URI url() {
        String application = war.getFileName().toString().replace(".war", "");
        return URI.create("http://127.0.0.1:" + port + "/" + application + "/");
    }

    private Process start() throws IOException {
        Path commands = Files.write(run.resolve("preboot.txt"), LOOPBACK_ONLY);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Xmx512m",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + run.resolve("tmp"),
                        "-jar",
                        payara.toString(),
                        "--nocluster",
                        "--disablephonehome",
                        "--rootDir",
                        run.resolve("payara").toString(),
                        "--prebootcommandfile",
                        commands.toString(),
                        "--port",
                        String.valueOf(port),
                        "--deploy",
                        war.toString())
                .directory(run.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private void awaitAnswer(Process server) throws Exception {
        URI page = url();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        boolean booted = false;
        while (!answers(client, request)) {
            if (booted) {
                throw new IllegalStateException("Payara Micro could not deploy the example; see " + log);
            }
            if (server.waitFor(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Payara Micro has ended; see " + log);
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(page + " did not answer within " + START_LIMIT + "; see " + log);
            }
            // Read before the next probe: a server that has booted answers it, or never will.
            booted = Files.readString(log).contains(BOOTED);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void stop(Process server) {
        server.destroy();
        try {
            server.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            server.destroyForcibly().onExit().join();
        } catch (InterruptedException impatient) {
            server.destroyForcibly();
        }
        deleteRecursively(run);
    }

    private static void deleteRecursively(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
