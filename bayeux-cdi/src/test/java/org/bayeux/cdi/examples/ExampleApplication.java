package org.bayeux.cdi.examples;

import java.util.List;

/** All that the guides show, as one application. */
public final class ExampleApplication {

    private ExampleApplication() {}

    public static Class<?>[] classes() {
        return new Class<?>[] {
            ChatObservers.class,
            Archive.class,
            Attendance.class,
            Exchange.class,
            Basket.class,
            BasketService.class,
            EchoService.class,
            RoomService.class,
            RoomService.Rooms.class,
            OrderService.class,
            OrderService.Desk.class,
            Extensions.class,
            ThumbnailService.class,
            Tokens.class,
            TokenPolicy.class,
            Renewal.class,
            Greeter.class
        };
    }

    public static void changePrice(Beans beans) {
        beans.get(Exchange.class).changed(new Price("ACME", 7.5));
    }

    public static List<String> chatLog(Beans beans) {
        return beans.get(ChatObservers.class).log();
    }

    /** Finds the beans of a deployment. */
    @FunctionalInterface
    public interface Beans {

        <T> T get(Class<T> type);
    }
}
