package org.bayeux.cdi.guard;

import java.lang.reflect.Method;
import java.util.Map;
import org.bayeux.server.service.CallRefusedException;

/**
 * Tells what a container throws when it refuses a call from what the application throws. By names, since not every
 * container has Enterprise Beans and Validation. Stateless.
 */
final class Refusals {

    private static final String EJB_ACCESS = "jakarta.ejb.EJBAccessException";
    private static final String VIOLATION = "jakarta.validation.ConstraintViolationException";

    private Refusals() {}

    /** The refusal, if the failure is one; else the failure. */
    static Throwable recognize(Throwable failure, Method called) {
        return switch (failure.getClass().getName()) {
            case EJB_ACCESS -> new CallRefusedException("403::access_denied", Map.of(), failure);
            case VIOLATION -> Violations.refusal(failure, called);
            default -> failure;
        };
    }
}
