package org.bayeux.oort.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.bayeux.oort.Oort;
import org.bayeux.oort.Seti;

/** What applications have injected. Stateless. */
@Dependent
class OortBeans {

    @Produces
    @Singleton
    static Oort oort(OortNode node) {
        return node.oort();
    }

    @Produces
    @Singleton
    static Seti seti(OortNode node) {
        return node.seti();
    }
}
