package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bayeux.api.ChannelId;
import org.bayeux.api.Message;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.server.spi.Publisher;
import org.bayeux.server.spi.Publisher.Published;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.wire.JsonWriteException;
import org.junit.jupiter.api.Test;

/** What becomes of messages, as the publisher hears it, and as senders do. */
class PublisherTest {

    private static final ChannelId NEWS = new ChannelId("/news/today");

    private final InMemoryServer server = InMemoryServer.start("maxQueue", "1");
    private final Publisher publisher = server.engine().publisher();

    @Test
    void eachReceiverCountsOnce() {
        server.polling().joins().subscribes("/news/today").subscribes("/news/*");
        InMemoryClient other = server.socket().joins().subscribes("/news/**");
        server.polling().joins().subscribes("/other");

        assertThat(published(publisher.publish(NEWS, 1))).isEqualTo(new Published(2, null));
        other.receives("{'channel':'/news/today','data':1}");
    }

    @Test
    void whoHasNoRoomDoesNotCount() {
        InMemoryClient client = server.polling().shakesHands().subscribes("/news/today");
        client.session().addListener((org.bayeux.api.server.ServerSession.MaxQueueListener)
                (session, queue, sender, message) -> false);

        assertThat(published(publisher.publish(NEWS, 1)).receivers()).isEqualTo(1);
        assertThat(published(publisher.publish(NEWS, 2)).receivers()).isZero();
    }

    @Test
    void listenersMayRefuseAndSayWhy() {
        refusing("403::vetoed");

        assertThat(published(publisher.publish(NEWS, 1))).isEqualTo(new Published(0, "403::vetoed"));
    }

    @Test
    void whoseMessageAListenerRefusesHearsWhy() {
        refusing("403::vetoed");
        InMemoryClient client = server.polling().joins();

        client.sends("{'channel':'/news/today','clientId':'$id','data':1}");

        client.receivesSome("{'channel':'/news/today','successful':false,'error':'403::vetoed'}");
    }

    @Test
    void theReasonMayComeLater() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        server.channel(NEWS.getId()).addListener((ServerChannel.AsyncMessageListener) (from, channel, message) -> {
            message.getAssociated().put(Message.ERROR_FIELD, "403::late");
            return answer;
        });
        CompletionStage<Published> published = publisher.publish(NEWS, 1);

        answer.complete(false);

        assertThat(published(published)).isEqualTo(new Published(0, "403::late"));
    }

    @Test
    void aListenerWithoutReasonDeletes() {
        server.channel(NEWS.getId()).addListener((ServerChannel.MessageListener) (from, channel, message) -> false);

        assertThat(published(publisher.publish(NEWS, 1))).isEqualTo(new Published(0, "404::message_deleted"));
    }

    @Test
    void whatHasNoJsonFormIsNotPublished() {
        server.polling().joins().subscribes("/news/*");

        assertThatThrownBy(() -> publisher.publish(NEWS, Double.NaN)).isInstanceOf(JsonWriteException.class);
    }

    @Test
    void oneSessionGetsWhatIsDeliveredToIt() {
        InMemoryClient client = server.socket().joins();

        assertThat(publisher.deliver(client.session(), NEWS, 1)).isTrue();
        client.receives("{'channel':'/news/today','data':1}");
    }

    @Test
    void aSessionThatHasEndedGetsNothing() {
        InMemoryClient client = server.socket().joins();
        var session = client.session();
        client.disconnects();

        assertThat(publisher.deliver(session, NEWS, 1)).isFalse();
    }

    private void refusing(String error) {
        server.channel(NEWS.getId()).addListener((ServerChannel.MessageListener) (from, channel, message) -> {
            message.getAssociated().put(Message.ERROR_FIELD, error);
            return false;
        });
    }

    private static Published published(CompletionStage<Published> stage) {
        return stage.toCompletableFuture().getNow(null);
    }
}
