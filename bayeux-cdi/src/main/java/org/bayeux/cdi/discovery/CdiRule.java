package org.bayeux.cdi.discovery;

/** What applications must keep to beside the rules of the services themselves; see {@code docs/message-codes.md}. */
enum CdiRule {
    OPTIONS_LEGAL(2101, "correct the option"),
    SERVICE_LASTING(2102, "give it another scope, or none, which means @ApplicationScoped"),
    TARGET_ONCE(2103, "give every target to one method, since every call has one answer"),
    ONE_BEAN(2104, "leave one, or make one an @Alternative with a @Priority"),
    AUTHORIZED_CHANNEL_REAL(2105, "name channels or wild channels");

    private final int number;
    private final String fix;

    CdiRule(int number, String fix) {
        this.number = number;
        this.fix = fix;
    }

    /** The problem in one line. */
    String brokenBy(String what) {
        return "BYX-" + number + ": " + what + "; " + fix;
    }
}
