package org.bayeux.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks on the terminal, as the manual's client does; an empty answer is what stands in brackets. */
final class Questionnaire {

    private final BufferedReader in;
    private final PrintStream out;

    Questionnaire(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** Asks for each; returns whether there were answers to all, and not the end of the input. */
    boolean ask(List<Parameter> parameters, Choices choices) {
        for (Parameter parameter : parameters) {
            out.print(parameter.question() + " [" + choices.text(parameter.name()) + "]: ");
            out.flush();
            String answer = line();
            if (answer == null) {
                return false;
            }
            if (!answer.isBlank()) {
                choices.put(parameter.name(), answer.trim());
            }
            if (parameter.name().equals("clients") && choices.text("clients").equals("0")) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String line() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
