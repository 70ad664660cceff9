package org.bayeux.it.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Machines of their own for processes, as network namespaces of Linux: each is joined to one router, which may lose what
 * goes from one to another without a word. Needs root and iproute2. Confined to one thread.
 */
public final class Namespaces implements AutoCloseable {

    private static final int FIRST_NET = 64;
    private static final int NETS = 128;

    /** Linux takes its time to clear away what was closed, so names and nets are not used again. */
    private static final AtomicInteger MADE = new AtomicInteger();

    private final String prefix;
    private final String net;
    private final List<String> made = new ArrayList<>();
    private final Set<List<String>> cuts = new LinkedHashSet<>();

    private Namespaces() {
        long pid = ProcessHandle.current().pid();
        int before = MADE.getAndIncrement();
        this.prefix = "bx" + pid % 10_000_000 + "x" + before;
        this.net = "10." + (FIRST_NET + (pid + before) % NETS);
    }

    /** Why this machine lets us make none; empty: it does. */
    public static Optional<String> obstacle() {
        try {
            of(1).close();
            return Optional.empty();
        } catch (IllegalStateException | UncheckedIOException e) {
            return Optional.of("no network namespaces, which need root and iproute2: " + e.getMessage());
        }
    }

    /** Makes so many, which are called by their numbers from 1 on, and can be reached from here. */
    public static Namespaces of(int count) {
        Namespaces made = new Namespaces();
        Runtime.getRuntime().addShutdownHook(new Thread(made::close));
        try {
            made.makeRouter();
            for (int i = 1; i <= count; i++) {
                made.make(i);
            }
            return made;
        } catch (IllegalStateException | UncheckedIOException e) {
            made.close();
            throw e;
        }
    }

    /** The address of one of them. */
    public String address(int number) {
        return net + "." + number + ".2";
    }

    /** The addresses of all of them, with wildcards. */
    public String addresses() {
        return net + ".*.*";
    }

    /** The words in front of a command that is to run in it. */
    public List<String> entrance(int number) {
        return List.of("ip", "netns", "exec", name(number));
    }

    /** From now on nothing that one sends reaches the other. */
    public void cut(int from, int to) {
        List<String> cut = List.of("from", address(from), "to", address(to), "blackhole");
        if (cuts.add(cut)) {
            rule("add", cut);
        }
    }

    /** From now on all is carried again. */
    public void heal() {
        cuts.forEach(cut -> rule("del", cut));
        cuts.clear();
    }

    @Override
    public synchronized void close() {
        while (!made.isEmpty()) {
            ip("netns", "del", made.remove(made.size() - 1));
        }
    }

    private void rule(String action, List<String> cut) {
        List<String> words = new ArrayList<>(List.of("-n", router(), "rule", action));
        words.addAll(cut);
        ip(words.toArray(String[]::new));
    }

    private void makeRouter() {
        add(router());
        String here = prefix + "h";
        ip("link", "add", here, "type", "veth", "peer", "name", "out", "netns", router());
        ip("addr", "add", net + ".0.1/24", "dev", here);
        ip("link", "set", here, "up");
        ip("-n", router(), "addr", "add", net + ".0.2/24", "dev", "out");
        ip("-n", router(), "link", "set", "out", "up");
        ip("route", "add", net + ".0.0/16", "via", net + ".0.2");
        run("ip", "netns", "exec", router(), "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
    }

    private void make(int number) {
        String inside = name(number);
        String port = "p" + number;
        String gateway = net + "." + number + ".1";
        add(inside);
        ip("link", "add", port, "netns", router(), "type", "veth", "peer", "name", "eth0", "netns", inside);
        ip("-n", router(), "addr", "add", gateway + "/24", "dev", port);
        ip("-n", router(), "link", "set", port, "up");
        ip("-n", inside, "addr", "add", address(number) + "/24", "dev", "eth0");
        ip("-n", inside, "link", "set", "eth0", "up");
        ip("-n", inside, "link", "set", "lo", "up");
        ip("-n", inside, "route", "add", "default", "via", gateway);
    }

    private void add(String name) {
        ip("netns", "add", name);
        made.add(name);
    }

    private String router() {
        return prefix + "r";
    }

    private String name(int number) {
        return prefix + "n" + number;
    }

    private static void ip(String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "ip";
        System.arraycopy(words, 0, command, 1, words.length);
        run(command);
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            int result = process.waitFor();
            if (result != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + result + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command[0], e);
        }
    }
}
