package org.bayeux.http;

import jakarta.servlet.annotation.HandlesTypes;
import org.bayeux.annotation.Service;
import org.bayeux.cdi.web.BayeuxInitializer;

/**
 * The same initializer in the jar of a transport: Open Liberty takes none whose class is not in the WAR, where the jar that
 * has it otherwise is shared by an EAR.
 */
@HandlesTypes(Service.class)
public final class HttpInitializer extends BayeuxInitializer {

    /** Made by the servlet container. */
    public HttpInitializer() {}
}
