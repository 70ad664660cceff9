package org.bayeux.oort.interest;

import java.util.Set;

/** What this server wants to hear. Thread-safe; called under the lock of {@link Interest}, so it takes none that calls it. */
public interface Demand {

    /** Whether a session is subscribed to exactly this channel or pattern, or a listener hears its messages. */
    boolean isWanted(String pattern);

    /** All channels and patterns that are wanted. */
    Set<String> wanted();
}
