package org.bayeux.oort.cdi;

/** What applications must keep to that have shared objects injected; see {@code docs/message-codes.md}. */
enum SharedRule {
    NAMED("BYX-6030", "give it a name, the same on all nodes"),
    ONE_TYPE("BYX-6031", "use the same type everywhere, or another name"),
    KNOWN_TYPE(
            "BYX-6032",
            "let it be an OortStringMap, OortLongMap, OortList or OortObject with a type without ? and variables,"
                    + " an OortLong or an OortMasterLong"),
    BEGINNING(
            "BYX-6033",
            "give the class a constructor without parameters, or make the OortObject by an OortObject.Factory"),
    INJECTED("BYX-6034", "annotate it with @Inject too");

    private final String code;
    private final String fix;

    SharedRule(String code, String fix) {
        this.code = code;
        this.fix = fix;
    }

    /** The problem in one line. */
    String brokenBy(String what) {
        return code + ": " + what + "; " + fix;
    }
}
