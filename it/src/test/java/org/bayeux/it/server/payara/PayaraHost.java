package org.bayeux.it.server.payara;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Payara Micro that takes commands on standard input, since the plain one cannot undeploy without Hazelcast.
 *
 * <p>One command a line ({@code deploy NAME FILE} or {@code undeploy NAME}), one answer a line, marked by
 * {@link #MARK}. The end of the input ends the process, so it never outlives the tests that started it. A single
 * class without helpers: it is copied alone to a directory of its own, to keep the tests off the server's class path.
 */
public final class PayaraHost {

    /** Starts each answer, because the server writes to the same stream. */
    public static final String MARK = "payara-host: ";

    private PayaraHost() {}

    public static void main(String[] options) throws Exception {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        PayaraMicroRuntime server = PayaraMicroLauncher.create(options).getRuntime();
        answers.println(MARK + "started");
        for (String command; (command = commands.readLine()) != null; ) {
            answers.println(MARK + answer(server, command.split(" ", 3)));
        }
        server.shutdown();
        System.exit(0);
    }

    private static String answer(PayaraMicroRuntime server, String[] command) {
        switch (command[0]) {
            case "deploy":
                return deploy(server, command[1], new File(command[2])) ? "deployed" : "refused";
            case "undeploy":
                server.undeploy(command[1]);
                return "undeployed";
            default:
                return "unknown command";
        }
    }

    /** A server that was killed has not forgotten what it had. */
    private static boolean deploy(PayaraMicroRuntime server, String name, File archive) {
        return server.getDeployedApplicationNames().contains(name) || server.deploy(name, name, archive);
    }
}
