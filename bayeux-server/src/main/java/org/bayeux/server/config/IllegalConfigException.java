package org.bayeux.server.config;

import java.util.List;

/** Options that cannot be used. The message names every offending key, its value and what is legal. */
public final class IllegalConfigException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    IllegalConfigException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence per offending option. */
    public List<String> problems() {
        return problems;
    }
}
