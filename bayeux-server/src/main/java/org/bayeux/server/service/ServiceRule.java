package org.bayeux.server.service;

/** What annotations of services must keep to. The codes are listed in {@code docs/message-codes.md}. */
enum ServiceRule {
    CHANNEL_LEGAL(
            1501, "use segments parted by slashes, with * or ** as the last one or {parameters} for whole segments"),
    CHANNEL_GIVEN(1502, "name a channel"),
    CHANNEL_ONCE(1503, "remove the repetition"),
    CONFIGURED_CHANNEL_REAL(1504, "name the channel or the wild channel itself"),
    SUBSCRIPTION_BROADCAST(1505, "use @Listener for meta and service channels"),
    TARGET_LEGAL(1506, "name a target, with a {parameter} instead of a wildcard for a part that varies"),
    TARGET_ONCE(1507, "give every target to one method, since every call has one answer"),
    METHOD_PUBLIC(1511, "make it public, because a proxy of the service cannot forward other methods"),
    METHOD_OF_INSTANCE(1512, "make it an instance method"),
    METHOD_NOT_GENERIC(1513, "remove the type parameters"),
    RETURN_TYPE(1514, "change the return type"),
    SIGNATURE(1515, "change the parameters"),
    PARAMETER_ANNOTATED(1516, "annotate it with @Param and the name of a template parameter, or remove it"),
    PARAMETER_TEXT(1517, "make it a String"),
    PARAMETERS_AS_IN_TEMPLATE(1518, "declare one @Param String for each template parameter, in the template's order"),
    SESSION_TYPE(1521, "make it a LocalSession or a ServerSession"),
    SESSION_WRITABLE(1522, "remove static and final"),
    SESSION_NOT_INJECTED(1523, "remove @Inject: the session belongs to this service and is no bean"),
    SESSION_SETTER(1524, "declare one parameter and no result"),
    CLASS_CONCRETE(1531, "put @Service on the class that is instantiated");

    private final int number;
    private final String fix;

    ServiceRule(int number, String fix) {
        this.number = number;
        this.fix = fix;
    }

    String code() {
        return "BYX-" + number;
    }

    String fix() {
        return fix;
    }
}
