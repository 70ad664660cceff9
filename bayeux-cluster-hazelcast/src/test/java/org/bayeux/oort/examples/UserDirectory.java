package org.bayeux.oort.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.bayeux.oort.OortObjectMergers;
import org.bayeux.oort.OortStringMap;
import org.bayeux.oort.Shared;

/** A map that all nodes share, of the guide. */
@ApplicationScoped
public class UserDirectory {

    @Inject
    @Shared("users")
    private OortStringMap<UserInfo> users;

    /** Shares one. */
    public void add(String id, String name) {
        users.putAndShare(id, new UserInfo(name));
    }

    /** Shares it no more. */
    public void remove(String id) {
        users.removeAndShare(id);
    }

    /** Those of all nodes. */
    public Collection<UserInfo> all() {
        return List.copyOf(
                users.merge(OortObjectMergers.<String, UserInfo>mapUnion()).values());
    }
}
