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
            "give it a constructor without parameters that is not private, and no final, or leave its scope out"),
    SERVICE_MADE("BYX-2110", "let it be a class by itself or a static one, with one constructor that CDI can call"),
    ANNOTATED_SERVICE("BYX-2111", "annotate the class with @Service"),
    CONFIGURED_ONCE("BYX-2112", "configure it once, or let errorIfExists be false"),
    CONFIGURED_BY_LASTING("BYX-2113", "configure channels in a service with @ApplicationScoped"),
    SESSION_OF_SERVICE("BYX-2114", "let a field of a service have @Session instead of @Inject"),
    GUARDED_ONE_WAY("BYX-2115", "leave one of them"),
    OBSERVED_CHANNEL_LEGAL(
            "BYX-2121",
            "use segments parted by slashes, with * or ** as the last one or {parameters} for whole segments"),
    OBSERVED_CHANNEL_GIVEN("BYX-2122", "name it by @OnChannel"),
    OBSERVED_MESSAGE("BYX-2123", "let the parameter be a ChannelMessage or a VetoableMessage"),
    OBSERVED_PAYLOAD("BYX-2124", "let it be the class, record or JSON type of the data"),
    VETO_IN_TIME("BYX-2125", "let it be a ChannelMessage, or use @Observes"),
    OBSERVED_AT_ONCE("BYX-2126", "remove its transaction phase: messages and sessions know no transactions"),
    PARAMETER_KNOWN("BYX-2128", "name a parameter of the template"),
    PARAMETER_TEXT("BYX-2129", "make it a String"),
    PARAMETER_OF_OBSERVER("BYX-2130", "move it to a method that observes a ChannelMessage, or to one of a service"),
    DESTINATION_LEGAL("BYX-2131", "name a channel without wildcard; a ChannelPublisher may have a template"),
    DESTINATION_OF_PUBLISHER("BYX-2132", "let it be a ChannelPublisher or an Event"),
    DESTINATION_GIVEN("BYX-2133", "name it by @ToChannel"),
    TEMPLATES_ALIKE("BYX-2127", "give all templates of one observer the same parameters"),
    OBSERVER_RETURNS_NOTHING("BYX-2134", "let it be void; a VetoableMessage is refused by veto(reason)"),
    OBSERVER_UNGUARDED("BYX-2135", "guard the channel by a method of a service, an Authorizer or a veto"),
    OBSERVER_METADATA("BYX-2136", "remove it: the message or event tells what there is to know"),
    CHANNEL_OF_OBSERVER("BYX-2137", "annotate the observed parameter with @Observes or @ObservesAsync too"),
    DESTINATION_INJECTED("BYX-2138", "annotate it with @Inject too");

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
