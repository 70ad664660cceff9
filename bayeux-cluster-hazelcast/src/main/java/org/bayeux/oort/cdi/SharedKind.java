package org.bayeux.oort.cdi;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.bayeux.oort.Oort;
import org.bayeux.oort.OortList;
import org.bayeux.oort.OortLong;
import org.bayeux.oort.OortLongMap;
import org.bayeux.oort.OortMasterLong;
import org.bayeux.oort.OortObject;
import org.bayeux.oort.OortObjectFactories;
import org.bayeux.oort.OortStringMap;

/** The kinds of objects that can be shared by name. */
enum SharedKind {
    STRING_MAP(OortStringMap.class) {
        @Override
        SharedObject make(Oort oort, String name, Type content) {
            return SharedObject.of(new OortStringMap<>(oort, name, OortObjectFactories.forConcurrentMap(content)));
        }
    },
    LONG_MAP(OortLongMap.class) {
        @Override
        SharedObject make(Oort oort, String name, Type content) {
            return SharedObject.of(new OortLongMap<>(oort, name, OortObjectFactories.forConcurrentMap(content)));
        }
    },
    LIST(OortList.class) {
        @Override
        SharedObject make(Oort oort, String name, Type content) {
            return SharedObject.of(new OortList<>(oort, name, OortObjectFactories.forList(content)));
        }
    },
    OBJECT(OortObject.class) {
        @Override
        SharedObject make(Oort oort, String name, Type content) {
            return SharedObject.of(new OortObject<>(oort, name, new TypedFactory(content)));
        }
    },
    LONG(OortLong.class) {
        @Override
        SharedObject make(Oort oort, String name, Type content) {
            OortLong made = new OortLong(oort, name);
            return new SharedObject(made, made::start);
        }
    },
    MASTER_LONG(OortMasterLong.class) {
        @Override
        SharedObject make(Oort oort, String name, Type content) {
            OortMasterLong made = new OortMasterLong(oort, name);
            return new SharedObject(made, made::start);
        }
    };

    private final Class<?> type;

    SharedKind(Class<?> type) {
        this.type = type;
    }

    /** The kind that a class is, if it is one. */
    static Optional<SharedKind> of(Class<?> type) {
        return Arrays.stream(values()).filter(kind -> kind.type == type).findFirst();
    }

    /** Whether its type says what it contains. */
    boolean isGeneric() {
        return type.getTypeParameters().length > 0;
    }

    /** As in code. */
    String typeName() {
        return type.getSimpleName();
    }

    /**
     * Makes one, which has not started.
     *
     * @param content type of its values, elements or parts
     */
    abstract SharedObject make(Oort oort, String name, Type content);
}
