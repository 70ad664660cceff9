package org.bayeux.examples.auction;

/**
 * How it stands with the servers, as one of them sees it. Immutable; public for JSON-B.
 *
 * @param here the one that tells
 * @param count how many there are, with this one
 * @param open whether they take bids, which needs a master
 */
public record Servers(String here, int count, boolean open) {}
