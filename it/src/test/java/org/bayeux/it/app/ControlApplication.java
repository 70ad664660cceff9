package org.bayeux.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application's own REST application, beside the one that serves Bayeux. */
@ApplicationPath("/control")
public class ControlApplication extends Application {}
