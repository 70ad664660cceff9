package org.bayeux.examples.auction;

/**
 * Something to be sold. Immutable; public for JSON-B.
 *
 * @param id a segment of its channel as well
 * @param price what the first bid has to reach
 */
public record Item(String id, String title, long price) {}
