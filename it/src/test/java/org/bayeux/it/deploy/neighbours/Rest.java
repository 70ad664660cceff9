package org.bayeux.it.deploy.neighbours;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application's own REST application. */
@ApplicationPath("/api")
public class Rest extends Application {}
