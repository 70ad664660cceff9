package org.bayeux.it.deploy.jackson;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application's own REST application. */
@ApplicationPath("/api")
public class Rest extends Application {}
