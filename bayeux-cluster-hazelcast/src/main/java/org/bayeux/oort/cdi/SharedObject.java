package org.bayeux.oort.cdi;

import org.bayeux.oort.OortObject;

/** Something that is shared by name, and how it begins. Immutable. */
record SharedObject(Object object, Runnable begin) {

    static SharedObject of(OortObject<?> object) {
        return new SharedObject(object, object::start);
    }
}
