package org.bayeux.it.cluster.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One fault of one node while visitors talk on all, and what they make of it. Confined to one thread. */
final class Trial {

    private static final Duration GONE = Duration.ofSeconds(15);
    private static final Duration ARRIVED = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final FaultCluster cluster;
    private final Chores chores;
    private final Fault fault;
    private final FaultNode victim;
    private final Random random;
    private final String letter;
    private final Map<FaultNode, Integer> heardBefore = new HashMap<>();
    private final Map<FaultNode, String> urls = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private Duration equal = Duration.ZERO;
    private Duration others = Duration.ZERO;
    private Duration behindStart = Duration.ZERO;

    Trial(FaultCluster cluster, Chores chores, Fault fault, Random random, String letter) {
        this.cluster = cluster;
        this.chores = chores;
        this.fault = fault;
        this.random = random;
        this.letter = letter;
        this.victim = cluster.nodes().get(random.nextInt(cluster.nodes().size()));
    }

    void run() {
        begin();
        chores.change();
        pause(Duration.ofMillis(500 + random.nextInt(1_500)));
        long begun = System.nanoTime();
        fault.begin(cluster, victim, random);
        if (fault == Fault.KILL) {
            others = equalAgain(cluster.without(victim), begun, GONE, "without the killed one");
        }
        pause(fault.duration().plusMillis(random.nextInt(200)));
        chores.leaveAlone();
        long healed = System.nanoTime();
        fault.end(cluster, victim);
        long up = System.nanoTime();
        Duration late = equalAgain(cluster.nodes(), up, fault.limit(), "behind the fault");
        equal = Duration.ofNanos(up - healed).plus(late);
        if (fault == Fault.KILL) {
            behindStart = late;
        }
        awaitMessages();
        judge();
        invite();
        write();
    }

    FaultNode victim() {
        return victim;
    }

    List<String> failures() {
        return failures;
    }

    /** From the end of the fault until all nodes knew the same. */
    Duration equal() {
        return equal;
    }

    /** From a death until the others knew the same without the dead. */
    Duration others() {
        return others;
    }

    /** From when a killed one was up again until all knew the same. */
    Duration behindStart() {
        return behindStart;
    }

    private void begin() {
        awaitNews();
        for (FaultNode node : cluster.nodes()) {
            View view = node.view().orElseThrow();
            heardBefore.put(node, view.events().size());
            urls.put(node, view.url());
            node.visitors().forEach(visitor -> visitor.journal().takeGaps());
        }
    }

    /** What was missed before shows as soon as something comes again: it is not to be laid to this fault. */
    private void awaitNews() {
        for (FaultNode from : cluster.nodes()) {
            for (FaultNode to : cluster.nodes()) {
                from.visitors().forEach(speaker -> to.visitors().forEach(hearer -> awaitNews(speaker, hearer)));
            }
        }
    }

    private static void awaitNews(Visitor speaker, Visitor hearer) {
        for (int i = 0; i < speaker.channels().size(); i++) {
            String channel = speaker.channels().get(i);
            long answered = speaker.answered(i);
            boolean unused = within(
                    ARRIVED, () -> !speaker.isSpeaking() || hearer.journal().last(speaker.name(), channel) > answered);
        }
    }

    private Duration equalAgain(List<FaultNode> nodes, long since, Duration limit, String when) {
        Supplier<Optional<String>> difference = () -> FaultCluster.difference(nodes);
        Optional<String> last = difference.get();
        // Late is told as late, and hopeless as hopeless.
        while (last.isPresent() && since(since).compareTo(limit.multipliedBy(3)) < 0) {
            pause(LOOK);
            last = difference.get();
        }
        Duration passed = since(since);
        last.ifPresent(it -> failures.add("never equal " + when + ": " + it));
        if (last.isEmpty() && passed.compareTo(limit) > 0) {
            failures.add("equal " + when + " only after " + passed.toMillis() + " ms");
        }
        return passed;
    }

    /** Whatever was answered on a node that was not apart reaches everybody who was not apart from it. */
    private void awaitMessages() {
        for (FaultNode from : cluster.nodes()) {
            for (FaultNode to : cluster.nodes()) {
                if (!mayMiss(from, to)) {
                    from.visitors().forEach(speaker -> to.visitors().forEach(hearer -> awaitAll(speaker, hearer)));
                }
            }
        }
    }

    private void awaitAll(Visitor speaker, Visitor hearer) {
        for (int i = 0; i < speaker.channels().size(); i++) {
            String channel = speaker.channels().get(i);
            long answered = speaker.answered(i);
            if (!within(ARRIVED, () -> hearer.journal().last(speaker.name(), channel) >= answered)) {
                failures.add(hearer.name() + " received " + hearer.journal().last(speaker.name(), channel) + " of "
                        + answered + " of " + speaker.name() + " on " + channel);
            }
        }
    }

    private void judge() {
        for (FaultNode node : cluster.nodes()) {
            Optional<View> view = node.view();
            List<String> events =
                    view.map(it -> it.eventsSince(heardBefore.get(node))).orElse(List.of());
            boolean restarted = fault == Fault.KILL && node == victim;
            judgeEvents(node, restarted ? view.map(View::events).orElse(List.of()) : events, restarted);
            for (Visitor visitor : node.visitors()) {
                failures.addAll(visitor.journal().takeViolations());
                visitor.journal().takeGaps().forEach(gap -> judge(node, gap));
                if (!visitor.isSpeaking() && node != victim) {
                    failures.add(visitor.name() + " was not answered on " + node);
                }
            }
        }
        failures.addAll(chores.takeRepeated());
    }

    private void judgeEvents(FaultNode node, List<String> events, boolean restarted) {
        events.stream().filter(it -> it.startsWith("odd")).forEach(it -> failures.add(node + " heard " + it));
        List<String> losses = events.stream()
                .filter(it -> it.startsWith("left") || it.startsWith("missed"))
                .toList();
        if (fault.isShort() || restarted) {
            losses.forEach(it -> failures.add(node + " heard " + it));
        } else if (fault == Fault.KILL) {
            if (!losses.equals(List.of("left " + urls.get(victim)))) {
                failures.add(node + " heard " + losses);
            }
        } else {
            for (FaultNode other : cluster.nodes()) {
                boolean told = losses.stream().anyMatch(it -> it.endsWith(" " + urls.get(other)));
                if (isApart(node, other) && !told) {
                    failures.add(node + " heard nothing of " + other + ", but " + events);
                } else if (!isApart(node, other) && told) {
                    failures.add(node + " heard " + losses + ", although only " + victim + " failed");
                }
            }
        }
    }

    private void judge(FaultNode node, Journal.Gap gap) {
        FaultNode from = cluster.nodes().stream()
                .filter(it -> gap.speaker().startsWith("n" + it.number() + "-"))
                .findFirst()
                .orElseThrow();
        if (!mayMiss(node, from)) {
            failures.add("missed without reason: " + gap);
        }
    }

    /** Who stood still for a minute has lost its clients too, and they what was on its way to them. */
    private boolean mayMiss(FaultNode one, FaultNode other) {
        return isApart(one, other) || (fault == Fault.FREEZE_LONG && one == victim && other == victim);
    }

    private boolean isApart(FaultNode one, FaultNode other) {
        return fault.separates() && one != other && (one == victim || other == victim);
    }

    /** Lets new ones come where the old ones are not answered any more. */
    private void invite() {
        for (FaultNode node : cluster.nodes()) {
            if (node.visitors().isEmpty() || !node.visitors().stream().allMatch(Visitor::isSpeaking)) {
                node.invite();
            }
        }
        Duration unused = equalAgain(cluster.nodes(), System.nanoTime(), GONE, "behind new visitors");
    }

    /** Each node sends a letter to all users and gives out a number. */
    private void write() {
        List<String> expected = new ArrayList<>();
        for (FaultNode node : cluster.nodes()) {
            String text = letter + "-" + node.number();
            expected.add(text);
            if (!node.desk().letters(text)) {
                failures.add(node + " sends no letters");
            }
            if (!within(ARRIVED, () -> node.desk().number().isPresent())) {
                failures.add(node + " gives no number");
            }
        }
        List<String> sorted = expected.stream().sorted().toList();
        for (FaultNode node : cluster.nodes()) {
            for (Visitor visitor : node.visitors()) {
                boolean unused =
                        within(ARRIVED, () -> visitor.letters(letter + "-").size() >= sorted.size());
                if (!visitor.letters(letter + "-").equals(sorted)) {
                    failures.add(visitor.name() + " received the letters " + visitor.letters(letter + "-"));
                }
            }
        }
    }

    private static boolean within(Duration limit, BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (since(begun).compareTo(limit) > 0) {
                return false;
            }
            pause(LOOK);
        }
        return true;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
