package org.bayeux.it.server;

/** What not every server can do, though it should; {@code docs/servers.md} says what that means for users. */
public enum Capability {
    /** Applications may be EARs. */
    TAKES_EARS("it takes WARs only"),

    /** A client that takes a large answer slowly holds no thread. */
    WRITES_WITHOUT_BLOCKING("its ServletOutputStream blocks in write, although it has a WriteListener"),

    /** A WebSocket message in fragments ends when it is too long. */
    LIMITS_FRAGMENTS("it keeps the fragments of a WebSocket message until the last has come, however many they are"),

    /** What closes a WebSocket names no class. */
    CLOSES_DISCREETLY("it tells the class of the endpoint to a client that breaks the protocol of WebSocket"),

    /** The container knows the roles of the user of a socket for as long as the socket lasts. */
    KEEPS_ROLES_OF_SOCKETS("it knows the roles of a user only while the socket is upgraded"),

    /** Applications stop while their connections are still open. */
    STOPS_APPLICATIONS_FIRST("it closes the HTTP connections before it stops the applications"),

    /** The class loader of an application goes when the application has gone. */
    LETS_CLASS_LOADERS_GO("it keeps the class loaders of some applications that had WebSocket clients"),

    /** CDI runs in a web application whose {@code beans.xml} says that its own classes are no beans. */
    RUNS_CDI_IN_MODE_NONE("it runs no CDI where beans.xml says none, so the server refuses to start with BYX-2108"),

    /** A WebSocket comes without an HTTP session. */
    UPGRADES_WITHOUT_SESSION("it makes an HTTP session for each WebSocket");

    private final String otherwise;

    Capability(String otherwise) {
        this.otherwise = otherwise;
    }

    /** Why a test does not apply to a server that lacks this. */
    String otherwise() {
        return otherwise;
    }
}
