package org.bayeux.examples.auction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is sold, and the highest bid for each item that this node knows. Bids only rise, so in whatever order nodes hear of
 * them, they agree at the end.
 *
 * <p>Thread-safe: a concurrent map holds the bids, each of which is replaced atomically.
 */
@ApplicationScoped
class Auction {

    private static final List<Item> ITEMS = List.of(
            new Item("clock", "Grandfather clock", 120),
            new Item("globe", "Globe of 1890", 80),
            new Item("violin", "Violin, one string missing", 200));

    private final Map<String, Bid> highest = new ConcurrentHashMap<>();

    /** All items, and how it stands with them. */
    List<Lot> lots() {
        return ITEMS.stream().map(item -> new Lot(item, highest.get(item.id()))).toList();
    }

    /** The highest bid for an item. */
    Optional<Bid> highest(String item) {
        return Optional.ofNullable(highest.get(item));
    }

    /** The least amount that a bid needs now; empty if there is no such item. */
    Optional<Long> leastAmount(String id) {
        return ITEMS.stream().filter(item -> item.id().equals(id)).findFirst().map(item -> highest(id)
                .map(bid -> bid.amount() + 1)
                .orElse(item.price()));
    }

    /** Takes a bid of any node unless a known one beats it, or is the same. */
    boolean take(String item, Bid bid) {
        while (true) {
            Bid known = highest.get(item);
            if (known == null ? highest.putIfAbsent(item, bid) == null : replaces(item, known, bid)) {
                return true;
            }
            if (known != null && !bid.beats(known)) {
                return false;
            }
        }
    }

    private boolean replaces(String item, Bid known, Bid bid) {
        return bid.beats(known) && highest.replace(item, known, bid);
    }
}
