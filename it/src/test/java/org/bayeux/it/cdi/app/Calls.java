package org.bayeux.it.cdi.app;

import jakarta.enterprise.context.RequestScoped;

/** Counts within one request, so that it says 1 if each observer call has a request of its own or is the first in it. */
@RequestScoped
public class Calls {

    private int calls;

    int next() {
        return ++calls;
    }
}
