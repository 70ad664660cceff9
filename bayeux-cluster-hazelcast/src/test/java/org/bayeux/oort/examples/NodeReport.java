package org.bayeux.oort.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.bayeux.oort.Oort;
import org.bayeux.oort.event.MemberJoined;

/** The cluster as an application sees it, of the guide. */
@ApplicationScoped
class NodeReport {

    private static final System.Logger LOGGER = System.getLogger("nodes");

    @Inject
    private Oort oort;

    void report(@Observes MemberJoined event) {
        LOGGER.log(System.Logger.Level.INFO, "{0} meets {1}", oort.getURL(), event.url());
    }
}
