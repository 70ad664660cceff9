package org.bayeux.it.watched.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST application. */
@ApplicationPath("/watch")
public class WatchApplication extends Application {}
