package org.bayeux.server.scenario;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.bayeux.wire.MalformedMessageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends is answered, and hurts neither its session nor others. */
class BadInputTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient client = server.socket().joins().subscribes("/news");

    @AfterEach
    void theSessionKeepsWhatItHad() {
        client.receivesNothing();
        server.channel("/news").publish(null, 1);
        client.receivesSome("{'channel':'/news','data':1}");
    }

    @Test
    void aMessageWithoutChannelIsRefused() {
        client.sends("{'clientId':'$id','id':'x','data':1}")
                .receives("{'id':'x','successful':false,'error':'400::channel_missing'}");
        client.sends("{}").receives("{'successful':false,'error':'400::channel_missing'}");
        client.sends("{'channel':null}").receives("{'successful':false,'error':'400::channel_missing'}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "news",
                "/",
                "//",
                "/a//b",
                "a/b",
                "/a/*/b",
                "/a/**/b",
                "/a b",
                "/a.b",
                "/a?b",
                "/a/{b}/*",
                "/a/\\u0000",
                "/\\u00e9",
                "/meta//connect",
                "/a/{}",
                "http://x/y"
            })
    void anIllegalChannelIsRefused(String channel) {
        client.sends("{'channel':'" + channel + "','clientId':'$id','id':'x','data':1}")
                .receivesSome("{'id':'x','successful':false,'error':'400::channel_invalid'}");
    }

    @Test
    void namesAreNotCheckedIfSoConfigured() {
        InMemoryServer lenient = InMemoryServer.start("validateMessageFields", "false");

        lenient.socket().joins().publishes("/a.b c/é", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "a.b", "\\u00e9"})
    void anIllegalIdIsRefused(String id) {
        client.sends("{'channel':'/a','clientId':'$id','id':'" + id + "','data':1}")
                .receivesSome("{'channel':'/a','successful':false,'error':'400::id_invalid'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "{'a':'/a'}", "['/a',7]", "[['/a']]", "[null]"})
    void subscriptionOfAnotherTypeIsRefusedAloneAndItsNeighboursAreNot(String value) {
        InMemoryServer any = InMemoryServer.start("validateMessageFields", "false");
        for (InMemoryClient asking :
                List.of(server.socket().joins(), any.socket().joins())) {
            asking.sends("[{'channel':'/meta/subscribe','clientId':'$id','id':'1','subscription':" + value + "},"
                            + "{'channel':'/meta/unsubscribe','clientId':'$id','id':'2','subscription':" + value + "},"
                            + "{'channel':'/a','clientId':'$id','id':'3','data':1}]")
                    .receivesSome("{'id':'1','successful':false,'error':'400::subscription_invalid'}")
                    .receivesSome("{'id':'2','successful':false,'error':'400::subscription_invalid'}")
                    .receivesSome("{'id':'3','successful':true}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'channel':7}",
                "{'channel':{}}",
                "{'channel':['/a']}",
                "{'channel':true}",
                "{'channel':'/a','clientId':7}",
                "{'channel':'/a','clientId':{}}",
                "{'channel':'/a','id':{}}",
                "{'channel':'/a','id':[1]}",
                "{'channel':'/a','id':true}",
                "{'channel':'/a','advice':'x'}",
                "{'channel':'/a','advice':[1]}",
                "{'channel':'/a','ext':1}",
                "{'channel':'/a','successful':'yes'}",
                "{'channel':'/a','channel':'/b'}",
                "7",
                "'text'",
                "null",
                "[]",
                "[[]]",
                "[1]",
                "[null]",
                "",
                "{'channel':'/a'",
                "{'channel':'/a'}}",
                "[{'channel':'/a'},]",
                "{'channel':'/a','data':01}"
            })
    void fieldsOfAnotherTypeAndBrokenJsonNeverBecomeMessages(String json) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> server.engine().codec().parse(json.replace('\'', '"')));
    }

    @Test
    void fieldsThatAreNullCountAsAbsent() {
        client.sends("{'channel':'/a','clientId':'$id','id':null,'advice':null,'ext':null,'successful':null,'data':1}")
                .receives("{'channel':'/a','successful':true}");
        client.sends("{'channel':'/a','clientId':null,'data':1}").receivesSome("{'error':'402::session_unknown'}");
    }

    @Test
    void anAnswerThatAClientSendsIsJustAMessage() {
        client.sends("{'channel':'/a','clientId':'$id','id':'x','successful':true,'data':1}")
                .receives("{'channel':'/a','id':'x','successful':true}");
        client.sends("{'channel':'/meta/connect','clientId':'$id','successful':true,'advice':{'timeout':0}}")
                .receivesSome("{'channel':'/meta/connect','successful':false}")
                .receivesSome("{'channel':'/meta/connect','successful':true}");
    }

    @Test
    void versionsAndTransportsOfAnotherTypeAreNoneAtAll() {
        InMemoryClient odd = server.polling();

        odd.sends("{'channel':'/meta/handshake','version':{},'minimumVersion':[1],'supportedConnectionTypes':'x'}")
                .receivesSome("{'channel':'/meta/handshake','successful':true}");
        odd.sends("{'channel':'/meta/handshake','supportedConnectionTypes':[1,null,{}]}")
                .receivesSome("{'error':'400::no_common_connection_type'}");
    }

    @Test
    void oneBadMessageDoesNotHurtItsNeighbours() {
        client.sends("""
            [{'channel':'/a','clientId':'$id','id':'1','data':1},
             {'channel':'nonsense','clientId':'$id','id':'2'},
             {'channel':'/a','clientId':'$id','id':'3','data':1}]""");

        client.receivesSome("{'id':'1','successful':true}")
                .receivesSome("{'id':'2','successful':false}")
                .receivesSome("{'id':'3','successful':true}");
    }
}
