package org.bayeux.cdi.examples;

/** What somebody says in a chat. */
public record ChatLine(String who, String text) {}
