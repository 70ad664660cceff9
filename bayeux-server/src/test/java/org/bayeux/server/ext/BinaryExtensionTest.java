package org.bayeux.server.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Subscription;
import org.bayeux.api.BinaryData;
import org.bayeux.api.Message;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel.MessageListener;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.server.ServerAnnotationProcessor;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.wire.JsonWriteException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryExtensionTest {

    private static final BinaryData HELLO =
            new BinaryData(HexFormat.of().parseHex("864fd26fb559f75b"), true, Map.of("name", "a.png"));
    private static final String HELLO_JSON = "{'data':'HelloWorld','last':true,'meta':{'name':'a.png'}}";
    private static final String ON_THE_WIRE = "{'channel':'/a','data':" + HELLO_JSON + ",'ext':{'binary':{}}}";

    private final InMemoryServer server = InMemoryServer.start();
    private final BinaryExtension extension = new BinaryExtension();
    private final List<Object> heard = new ArrayList<>();
    private final InMemoryClient client = server.socket().joins().subscribes("/a");

    @BeforeEach
    void install() {
        server.bayeux().addExtension(extension);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void listenersSeeBytesAndSubscribersGetThemAgain() {
        server.channel("/a").addListener((MessageListener) (from, channel, message) -> {
            heard.add(message.getData());
            heard.add(message.getExt());
            return true;
        });

        publishes("/a", HELLO_JSON, "");

        assertThat(heard).containsExactly(HELLO, null);
        client.receives(ON_THE_WIRE);
    }

    @Test
    void otherExtensionsKeepTheirFields() {
        publishes("/a", HELLO_JSON, ",'other':1");

        client.receives("{'channel':'/a','data':" + HELLO_JSON + ",'ext':{'other':1,'binary':{}}}");
    }

    @Test
    void bytesThatAListenerReplacesAreNotAnnounced() {
        server.channel("/a").addListener((MessageListener) (from, channel, message) -> {
            message.setData("text");
            return true;
        });

        publishes("/a", HELLO_JSON, "");

        client.receives("{'channel':'/a','data':'text'}");
    }

    @Test
    void messagesOfTheServerCarryBytes() {
        server.channel("/a").publish(null, HELLO);
        client.receives(ON_THE_WIRE);

        client.session().deliver(null, "/service/b", HELLO);
        client.receives("{'channel':'/service/b','data':" + HELLO_JSON + ",'ext':{'binary':{}}}");
    }

    @Test
    void everybodyGetsTheSameEncodedMessage() {
        List<ServerMessage> sent = new ArrayList<>();
        InMemoryClient other = server.polling().joins().subscribes("/a");
        for (InMemoryClient subscriber : List.of(client, other)) {
            subscriber.session().addListener((ServerSession.MessageListener)
                    (session, from, message) -> sent.add(message));
        }

        server.channel("/a").publish(null, HELLO);

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).isSameAs(sent.get(1));
    }

    @Test
    void localSessionsSendAndReceiveBytes() {
        LocalSession local = server.bayeux().newLocalSession("local");
        local.handshake();
        local.getChannel("/a").subscribe((channel, message) -> heard.add(message.getData()));

        local.getChannel("/a").publish(HELLO);
        publishes("/a", HELLO_JSON, "");

        assertThat(heard).containsExactly(HELLO, HELLO);
        client.receives(ON_THE_WIRE).receives(ON_THE_WIRE);
    }

    @Test
    void annotatedMethodsGetAndAnswerBytes() {
        new ServerAnnotationProcessor(server.bayeux()).process(new Uploads());

        publishes("/service/listen", HELLO_JSON, "");
        publishes("/subscribed", HELLO_JSON, "");
        sends("/service/reverse", HELLO_JSON);

        assertThat(heard).containsExactly("listener", HELLO, "subscription", HELLO, "call", HELLO);
        client.receives("{'channel':'/service/reverse','id':'7','successful':true,"
                + "'data':{'data':'HelloWorld','last':false},'ext':{'binary':{}}}");
        client.receivesSome("{'channel':'/service/reverse','successful':true}");
    }

    @Test
    void callWithoutBytesFailsWhereBytesAreWanted() {
        new ServerAnnotationProcessor(server.bayeux()).process(new Uploads());

        client.sends("{'channel':'/service/reverse','clientId':'$id','id':'7','data':'text'}");

        client.receivesSome("{'channel':'/service/reverse','id':'7','successful':false,'data':'$any'}");
        assertThat(heard).isEmpty();
    }

    @Test
    void missingFlagMeansTheLastChunk() {
        server.channel("/service/c").addListener((MessageListener) (from, channel, message) -> {
            heard.add(message.getData());
            return true;
        });

        publishes("/service/c", "{'data':'HelloWorld','meta':null}", "");

        assertThat(heard).containsExactly(new BinaryData(HELLO.asBytes(), true, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'HelloWorld'",
                "null",
                "7",
                "['HelloWorld']",
                "{}",
                "{'data':7,'last':true}",
                "{'data':null,'last':true}",
                "{'data':'Hello World','last':true}",
                "{'data':'HelloW','last':true}",
                "{'data':'#####','last':true}",
                "{'data':'HelloWorld','last':'yes'}",
                "{'data':'HelloWorld','last':true,'meta':'a.png'}"
            })
    void whatIsNoBytesIsRefusedAndTheNextMessageGoesOn(String data) {
        client.sends("[{'channel':'/a','clientId':'$id','id':'1','data':" + data + ",'ext':{'binary':{}}},"
                + "{'channel':'/a','clientId':'$id','id':'2','data':'next'}]");

        client.receives("{'channel':'/a','data':'next'}")
                .receives("{'channel':'/a','id':'1','successful':false,'error':'400::binary_invalid'}")
                .receives("{'channel':'/a','id':'2','successful':true}")
                .receivesNothing();
    }

    @Test
    void messageWithoutDataIsRefused() {
        client.sends("{'channel':'/a','clientId':'$id','id':'1','ext':{'binary':{}}}");

        client.receivesSome("{'successful':false,'error':'400::binary_invalid'}");
    }

    @Test
    void withoutTheExtensionBytesOfClientsPassUnread() {
        server.bayeux().removeExtension(extension);

        publishes("/a", HELLO_JSON, "");

        client.receives(ON_THE_WIRE);
    }

    @Test
    void withoutTheExtensionTheServerRefusesToSendBytes() {
        server.bayeux().removeExtension(extension);

        assertThatThrownBy(() -> server.channel("/a").publish(null, HELLO))
                .isInstanceOf(JsonWriteException.class)
                .hasMessageContaining("BinaryExtension");
        client.receivesNothing();
    }

    @Test
    void withoutTheExtensionACallThatAnswersBytesFails() {
        server.bayeux().removeExtension(extension);
        new ServerAnnotationProcessor(server.bayeux()).process(new Uploads());

        client.sends("{'channel':'/service/bytes','clientId':'$id','id':'7','data':null}");

        client.receivesSome("{'channel':'/service/bytes','id':'7','successful':false,'data':'$any'}");
    }

    @Test
    void messageThatWasSentCanBeSentOn() {
        client.session().addListener((ServerSession.MessageListener) (session, from, message) -> {
            if (heard.isEmpty()) {
                heard.add(message);
            }
            return true;
        });
        server.channel("/a").publish(null, HELLO);

        client.session().deliver(null, (ServerMessage.Mutable) heard.get(0));

        client.receives(ON_THE_WIRE).receives(ON_THE_WIRE);
    }

    private void publishes(String channel, String data, String moreExt) {
        server.polling()
                .joins()
                .sends("{'channel':'" + channel + "','clientId':'$id','data':" + data + ",'ext':{'binary':{}" + moreExt
                        + "}}")
                .receivesSome("{'channel':'" + channel + "','successful':true}");
    }

    private void sends(String channel, String data) {
        client.sends("{'channel':'" + channel + "','clientId':'$id','id':'7','data':" + data + ",'ext':{'binary':{}}}");
    }

    @Service
    public class Uploads {

        @Listener("/service/listen")
        public void listen(ServerSession from, ServerMessage message) {
            heard.add("listener");
            heard.add(message.getData());
        }

        @Subscription("/subscribed")
        public void subscribe(Message message) {
            heard.add("subscription");
            heard.add(message.getData());
        }

        @RemoteCall("reverse")
        public void reverse(RemoteCall.Caller caller, BinaryData data) {
            heard.add("call");
            heard.add(data);
            caller.result(new BinaryData(data.asByteBuffer(), !data.isLast(), null));
        }

        @RemoteCall("bytes")
        public void bytes(RemoteCall.Caller caller, Object data) {
            caller.result(HELLO);
        }
    }
}
