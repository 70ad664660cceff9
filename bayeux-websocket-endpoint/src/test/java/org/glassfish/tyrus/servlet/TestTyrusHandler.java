package org.glassfish.tyrus.servlet;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;

/** Stands where Tyrus has its handler, in whose package the upgrade looks for it. */
public final class TestTyrusHandler implements HttpUpgradeHandler {

    /** What the container gave. */
    public WebConnection connection;

    /** Whether the container has destroyed it. */
    public boolean destroyed;

    @Override
    public void init(WebConnection opened) {
        connection = opened;
    }

    @Override
    public void destroy() {
        destroyed = true;
    }
}
