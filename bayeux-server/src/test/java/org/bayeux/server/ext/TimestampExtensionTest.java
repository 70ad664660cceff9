package org.bayeux.server.ext;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

class TimestampExtensionTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00.25Z"));

    private final InMemoryServer server = InMemoryServer.start();

    @Test
    void everyMessageThatLeavesIsStamped() {
        server.bayeux().addExtension(new TimestampExtension(NOON, "uuuu-MM-dd'T'HH:mm:ss.SSS", ZoneOffset.UTC));
        InMemoryClient client = server.socket().joins().subscribes("/news");

        server.channel("/news").publish(null, 1);
        client.receives("{'channel':'/news','data':1,'timestamp':'2026-01-31T12:00:00.250'}");
        client.sends("{'channel':'/other','clientId':'$id','data':2,'id':'3'}")
                .receives("{'channel':'/other','id':'3','successful':true,'timestamp':'2026-01-31T12:00:00.250'}");
        client.sends("{'channel':'/meta/disconnect','clientId':'$id'}")
                .receivesSome("{'channel':'/meta/connect','timestamp':'2026-01-31T12:00:00.250'}")
                .receivesSome("{'channel':'/meta/disconnect','timestamp':'2026-01-31T12:00:00.250'}");
    }

    @Test
    void formAndZoneMayBeChosen() {
        server.bayeux().addExtension(new TimestampExtension(NOON, "EEE HH:mm", ZoneId.of("Europe/Berlin")));

        server.polling()
                .sends("{'channel':'/meta/handshake','version':'1.0','supportedConnectionTypes':['long-polling']}")
                .receivesSome("{'channel':'/meta/handshake','timestamp':'Sat 13:00'}");
    }

    @Test
    void usualFormIsOfTheSpecification() {
        server.bayeux().addExtension(new TimestampExtension());

        assertThat((String) server.polling()
                        .sends("{'channel':'/meta/handshake'}")
                        .takes()
                        .get("timestamp"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
    }
}
