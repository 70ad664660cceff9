package org.bayeux.it.app.leak;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Leaves one {@link Mark} for each class loader that has loaded it: as long as one lives, so does the other. */
@WebListener
public class Footprint implements ServletContextListener {

    private static final Mark LOADED = new Mark();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().log("leaves " + LOADED);
    }

    /** To be counted in the server's heap. */
    public static class Mark {}
}
