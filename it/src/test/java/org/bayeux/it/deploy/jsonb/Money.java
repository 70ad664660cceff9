package org.bayeux.it.deploy.jsonb;

/** So many cents; clients see them as text. */
public record Money(long cents) {}
