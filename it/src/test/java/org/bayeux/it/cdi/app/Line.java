package org.bayeux.it.cdi.app;

/** What somebody says. */
public record Line(String who, String text) {}
