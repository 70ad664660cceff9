package org.bayeux.cdi.discovery;

/** What applications must keep to beside the rules of the services themselves; see {@code docs/message-codes.md}. */
enum CdiRule {
    OPTIONS_LEGAL("BYX-2101", "correct the option"),
    SERVICE_LASTING("BYX-2102", "give it another scope, or none, which means @ApplicationScoped"),
    TARGET_ONCE("BYX-2103", "give every target to one method, since every call has one answer"),
    ONE_BEAN("BYX-2104", "leave one, or make one an @Alternative with a @Priority"),
    AUTHORIZED_CHANNEL_REAL("BYX-2105", "name channels or wild channels"),
    SERVICE_PROXYABLE(
            "BYX-2109",
            "give it a constructor without parameters that is not private, and no final, or leave its scope out");

    private final String code;
    private final String fix;

    CdiRule(String code, String fix) {
        this.code = code;
        this.fix = fix;
    }

    /** The problem in one line. */
    String brokenBy(String what) {
        return code + ": " + what + "; " + fix;
    }
}
