package org.bayeux.it.cluster.fault.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the trials ask. */
@ApplicationPath("/desk")
public class DeskApplication extends Application {}
