package org.bayeux.oort.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.InjectionPoint;
import org.bayeux.oort.OortList;
import org.bayeux.oort.OortLong;
import org.bayeux.oort.OortLongMap;
import org.bayeux.oort.OortMap;
import org.bayeux.oort.OortMasterLong;
import org.bayeux.oort.OortObject;
import org.bayeux.oort.OortStringMap;
import org.bayeux.oort.Shared;

/** What applications have injected by name; each is the same for all. Stateless. */
@Dependent
@SuppressWarnings("unchecked") // each is of the type that its injection point says
class SharedBeans {

    @Produces
    @Shared("")
    @Typed({OortStringMap.class, OortMap.class})
    static <V> OortStringMap<V> stringMap(InjectionPoint point, OortNode node) {
        return (OortStringMap<V>) node.shared(Declared.at(point));
    }

    @Produces
    @Shared("")
    @Typed({OortLongMap.class, OortMap.class})
    static <V> OortLongMap<V> longMap(InjectionPoint point, OortNode node) {
        return (OortLongMap<V>) node.shared(Declared.at(point));
    }

    @Produces
    @Shared("")
    @Typed(OortList.class)
    static <E> OortList<E> list(InjectionPoint point, OortNode node) {
        return (OortList<E>) node.shared(Declared.at(point));
    }

    @Produces
    @Shared("")
    @Typed(OortObject.class)
    static <T> OortObject<T> object(InjectionPoint point, OortNode node) {
        return (OortObject<T>) node.shared(Declared.at(point));
    }

    @Produces
    @Shared("")
    @Typed(OortLong.class)
    static OortLong number(InjectionPoint point, OortNode node) {
        return (OortLong) node.shared(Declared.at(point));
    }

    @Produces
    @Shared("")
    @Typed(OortMasterLong.class)
    static OortMasterLong numbers(InjectionPoint point, OortNode node) {
        return (OortMasterLong) node.shared(Declared.at(point));
    }
}
