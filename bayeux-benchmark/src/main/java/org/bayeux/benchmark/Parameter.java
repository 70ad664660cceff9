package org.bayeux.benchmark;

import java.util.List;

/**
 * What can be chosen, by a question or an option.
 *
 * @param name of the option, without the dashes
 * @param question as the manual asks it
 * @param usual what is taken if nothing is said
 */
record Parameter(String name, String question, String usual) {

    /** Where the server is and how clients come to it; asked once. */
    static final List<Parameter> OF_SERVER = List.of(
            new Parameter("server", "server", "localhost"),
            new Parameter("port", "port", "8080"),
            new Parameter("transport", "transports:\n  0 - long-polling\n  1 - websocket\ntransport", "0"),
            new Parameter("context", "context", "/bench/cometd"));

    /** What is the same for all runs of a client. */
    static final List<Parameter> OF_ROOMS = List.of(
            new Parameter("channel", "channel", "/chat/demo"),
            new Parameter("rooms", "rooms", "100"),
            new Parameter("rooms-per-client", "rooms per client", "10"),
            new Parameter("ack", "enable ack extension", "false"));

    /** What is asked again for each run. */
    static final List<Parameter> OF_RUN = List.of(
            new Parameter("clients", "clients", "1000"),
            new Parameter("batch-count", "batch count", "1000"),
            new Parameter("batch-size", "batch size", "10"),
            new Parameter("batch-pause", "batch pause (µs)", "10000"),
            new Parameter("message-size", "message size", "50"),
            new Parameter("randomize", "randomize sends", "false"));

    /** What is not asked, since the manual does not. */
    static final List<Parameter> OF_LOAD = List.of(
            new Parameter("purpose", "what is sent", "fan-out"),
            new Parameter("warm-up", "seconds of warm-up", "0"),
            new Parameter("rate", "deliveries per second, instead of count and pause", "0"),
            new Parameter("seconds", "how long, with a rate", "10"),
            new Parameter("processes", "client processes", "1"),
            new Parameter("bare", "whether the server is a bare one", "false"),
            new Parameter("ask", "whether to ask", "false"),
            new Parameter("report", "whether another process reads the outcome", "false"),
            new Parameter("json", "file for the outcome", ""));

    /** What a comparison takes besides. */
    static final List<Parameter> OF_COMPARISON = List.of(
            new Parameter("subjects", "what is compared", "payara-micro,cometd,cometd-all-queued"),
            new Parameter("rounds", "how often each has its turn", "5"),
            new Parameter("rates", "deliveries per second", "80000"),
            new Parameter("highest", "whether to search the highest rate instead", "false"),
            new Parameter("heap", "heap of each server", "1g"),
            new Parameter("servers", "where the servers are", "bayeux-benchmark/target/servers"),
            new Parameter("oort", "where the peer with Oort is built", "bayeux-benchmark-oort/target"),
            new Parameter("work", "where servers write", "bayeux-benchmark/target/work"),
            new Parameter("html", "file for the page", ""));

    /** What a comparison of clusters takes besides, or takes otherwise. */
    static final List<Parameter> OF_CLUSTERS = List.of(
            new Parameter("transport", "how clients are connected", "websocket"),
            new Parameter("batch-size", "batch size", "1"),
            new Parameter("subjects", "what is compared", "wildfly,cometd-oort,cometd-oort-all-queued"),
            new Parameter("nodes", "how many nodes", "1,2,4"),
            new Parameter("shares", "per cent of the rooms with members on all nodes", "0,10,100"),
            new Parameter("rounds", "how often each has its turn", "3"),
            new Parameter("rates", "deliveries per second", "20000"),
            new Parameter("seconds", "how long", "8"),
            new Parameter("warm-up", "seconds of warm-up", "5"),
            new Parameter("heap", "heap of each server", "512m"));

    /** All of several lists. */
    static List<Parameter> of(List<List<Parameter>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
