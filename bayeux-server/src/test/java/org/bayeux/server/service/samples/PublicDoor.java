package org.bayeux.server.service.samples;

/** A public class whose methods come from one that is not, so that the compiler adds bridges. */
public final class PublicDoor extends HiddenRoom {}

class HiddenRoom {

    public void open() {}
}
