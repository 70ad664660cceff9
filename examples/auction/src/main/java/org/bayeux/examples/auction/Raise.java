package org.bayeux.examples.auction;

/**
 * News: an item has a higher bid. Immutable; public for JSON-B.
 *
 * @param item its id
 */
public record Raise(String item, Bid bid) {}
