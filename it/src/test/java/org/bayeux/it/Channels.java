package org.bayeux.it;

import java.util.UUID;

/** Channel names that no other test uses. */
final class Channels {

    private Channels() {}

    static String fresh() {
        return "/it-" + UUID.randomUUID();
    }
}
