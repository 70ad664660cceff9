package org.bayeux.it.guard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.ServerSession;

/** Takes orders that are in order, and those of chiefs only where it says so. */
@Service
public class GuardedService {

    /** An order. */
    public record Order(@NotBlank String item, @Max(10) int count) {}

    @Listener("/orders")
    public void ordered(@Valid Order order, ServerSession from) {
        from.deliver(null, "/taken", order.item());
    }

    @Listener("/chief/orders")
    @RolesAllowed("chief")
    public void orderedByChief(@Valid Order order, ServerSession from) {
        from.deliver(null, "/taken", order.item());
    }

    @RemoteCall("price")
    public int price(@Valid Order order) {
        return 2 * order.count();
    }
}
