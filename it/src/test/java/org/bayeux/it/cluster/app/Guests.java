package org.bayeux.it.cluster.app;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.oort.OortObjectMergers;
import org.bayeux.oort.OortStringMap;
import org.bayeux.oort.Shared;

/** Shares guests with the other nodes. */
@Service
public class Guests {

    @Inject
    @Shared("guests")
    private OortStringMap<Guest> guests;

    /** A guest of this node; its name comes back. */
    @RemoteCall("guests/add")
    public String add(String name) {
        guests.putAndShare(name, new Guest(name));
        return name;
    }

    /** The names of those of all nodes. */
    @RemoteCall("guests/all")
    public List<String> all() {
        Collection<Guest> all =
                guests.merge(OortObjectMergers.<String, Guest>mapUnion()).values();
        return all.stream().map(Guest::name).sorted().toList();
    }

    /** What is shared of one. */
    public record Guest(String name) {}
}
