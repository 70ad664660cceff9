package org.bayeux.cdi.examples;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;

@Service
public class OrderService {

    @Inject
    private Desk desk;

    public record Order(@NotBlank String item, @Max(10) int count) {}

    @RolesAllowed("clerk")
    @RemoteCall("order")
    public Receipt order(@Valid Order order) {
        return desk.take(order);
    }

    public record Receipt(String item) {}

    @ApplicationScoped
    static class Desk {

        Receipt take(Order order) {
            return new Receipt(order.item());
        }
    }
}
