package org.bayeux.server.service;

/** What annotations of services must keep to. The codes are listed in {@code docs/message-codes.md}. */
enum ServiceRule {
    CHANNEL_LEGAL(
            "BYX-1501",
            "use segments parted by slashes, with * or ** as the last one or {parameters} for whole segments"),
    CHANNEL_GIVEN("BYX-1502", "name a channel"),
    CHANNEL_ONCE("BYX-1503", "remove the repetition"),
    CONFIGURED_CHANNEL_REAL("BYX-1504", "name the channel or the wild channel itself"),
    SUBSCRIPTION_BROADCAST("BYX-1505", "use @Listener for meta and service channels"),
    TARGET_LEGAL("BYX-1506", "name a target, with a {parameter} instead of a wildcard for a part that varies"),
    TARGET_ONCE("BYX-1507", "give every target to one method, since every call has one answer"),
    METHOD_PUBLIC("BYX-1511", "make it public, because a proxy of the service cannot forward other methods"),
    METHOD_OF_INSTANCE("BYX-1512", "make it an instance method"),
    METHOD_NOT_GENERIC("BYX-1513", "remove the type parameters"),
    RETURN_TYPE("BYX-1514", "change the return type"),
    SIGNATURE("BYX-1515", "change the parameters"),
    ONE_PAYLOAD("BYX-1516", "annotate it with @Param and the name of a template parameter, or remove it"),
    PARAMETER_TYPE("BYX-1517", "make it a String, a number, a boolean, an enum or a UUID"),
    PARAMETERS_AS_IN_TEMPLATE("BYX-1518", "declare one @Param for each parameter of the template"),
    ASYNCHRONOUS_RESULT("BYX-1519", "let it return nothing or a CompletionStage, or remove @Asynchronous"),
    PAYLOAD_TYPE_KNOWN("BYX-1520", "override the method with the type that the data has"),
    SESSION_TYPE("BYX-1521", "make it a LocalSession or a ServerSession"),
    SESSION_WRITABLE("BYX-1522", "remove static and final"),
    SESSION_NOT_INJECTED("BYX-1523", "remove @Inject: the session belongs to this service and is no bean"),
    SESSION_SETTER("BYX-1524", "declare one parameter and no result"),
    CLASS_CONCRETE("BYX-1531", "put @Service on the class that is instantiated");

    private final String code;
    private final String fix;

    ServiceRule(String code, String fix) {
        this.code = code;
        this.fix = fix;
    }

    String code() {
        return code;
    }

    String fix() {
        return fix;
    }
}
