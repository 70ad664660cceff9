package org.bayeux.cdi.examples;

/** What a share costs. */
public record Price(String symbol, double amount) {}
