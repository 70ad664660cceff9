package org.bayeux.it.cdi.business;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.ServerSession;

/** Answers with what it was given, in as many types as there are. */
@Service
public class TypedService {

    /** One of few. */
    public enum Colour {
        RED,
        BLUE
    }

    /** A tree of classes. */
    public record Order(String item, int count, List<Part> parts) {}

    /** What a tree is made of. */
    public record Part(BigDecimal weight, Colour colour) {}

    @RemoteCall("typed/{count}/{colour}/{id}/{flag}")
    public String segments(
            @Param("flag") boolean flag,
            @Param("id") UUID id,
            @Param("colour") Colour colour,
            @Param("count") int count,
            ServerSession from) {
        return (count + 1) + " " + colour.ordinal() + " " + id.version() + " " + !flag + " " + from.isHandshook();
    }

    @RemoteCall("order")
    public Order order(Order order) {
        return new Order(order.item() + "!", order.count() + 1, order.parts());
    }

    @RemoteCall("object")
    public JsonObject object(JsonObject object) {
        return object.getJsonObject("inner");
    }

    @RemoteCall("map")
    public int map(Map<String, Object> map) {
        return ((Number) map.get("count")).intValue() + 1;
    }

    @RemoteCall("numbers")
    public long numbers(long[] numbers) {
        return numbers[0] + numbers[1];
    }

    @RemoteCall("orders")
    public String orders(List<Order> orders) {
        return orders.get(0).item();
    }
}
