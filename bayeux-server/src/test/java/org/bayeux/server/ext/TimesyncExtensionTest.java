package org.bayeux.server.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.Test;

class TimesyncExtensionTest {

    private static final String CONNECT =
            "{'channel':'/meta/connect','clientId':'$id','connectionType':'long-polling','advice':{'timeout':0},'ext':";

    private final InMemoryServer server = InMemoryServer.start();
    private long now = 1_000_000;
    private final InstantSource time = () -> Instant.ofEpochMilli(now);
    private final TimesyncExtension extension = new TimesyncExtension(time);

    @Test
    void clientLearnsWhenItsMessageCame() {
        server.bayeux().addExtension(extension);

        server.polling()
                .sends("{'channel':'/meta/handshake','version':'1.0','supportedConnectionTypes':['long-polling'],"
                        + "'ext':{'timesync':{'tc':999900,'l':0,'o':0}}}")
                .receivesSome("{'ext':{'timesync':{'tc':999900,'ts':1000000,'p':0,'a':-100}}}");
    }

    @Test
    void timeThatAReplyWasHeldBackIsTold() {
        server.bayeux().addExtension(extension);
        InMemoryClient client = server.polling().shakesHands().connects().receivesSome("{'successful':true}");

        client.sends("{'channel':'/meta/connect','clientId':'$id','connectionType':'long-polling',"
                        + "'ext':{'timesync':{'tc':999990,'l':5,'o':100}}}")
                .receivesNothing();
        now += 7_000;
        client.session().deliver(null, "/a", 1);

        client.receivesSome("{'channel':'/a'}")
                .receivesSome("{'ext':{'timesync':{'tc':999990,'ts':1000000,'p':7000,'a':95}}}");
    }

    @Test
    void accurateClientIsLeftAlone() {
        server.bayeux().addExtension(extension);
        InMemoryClient client = server.polling().shakesHands();

        client.sends(CONNECT + "{'timesync':{'tc':999990,'l':5,'o':0}}}");
        assertThat(client.takes()).doesNotContainKey("ext");

        extension.setAccuracyTarget(5);
        client.sends(CONNECT + "{'timesync':{'tc':999990,'l':5,'o':0}}}")
                .receivesSome("{'ext':{'timesync':{'tc':999990,'ts':1000000,'p':0,'a':-5}}}");
    }

    @Test
    void lagIsAnAttributeOfTheSession() {
        server.bayeux().addExtension(extension);
        InMemoryClient client = server.polling().shakesHands();

        client.sends(CONNECT + "{'timesync':{'tc':999990,'l':5,'o':0}}}");

        assertThat(client.session().getAttribute(TimesyncExtension.LAG_ATTRIBUTE))
                .isEqualTo(5L);
    }

    @Test
    void nonsenseIsIgnored() {
        server.bayeux().addExtension(extension);
        InMemoryClient client = server.polling().shakesHands();

        for (String ext : new String[] {"{}", "{'timesync':7}", "{'timesync':{}}", "{'timesync':{'tc':'x','l':[]}}"}) {
            client.sends(CONNECT + ext + "}");
            assertThat(client.takes()).containsEntry("successful", true).doesNotContainKey("ext");
        }
    }

    @Test
    void targetIsNotNegative() {
        assertThatThrownBy(() -> extension.setAccuracyTarget(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThat(extension.getAccuracyTarget()).isEqualTo(25);
    }
}
