package org.bayeux.it.deploy.jackson;

/** So many cents; clients see them as text. */
public record Money(long cents) {}
