package org.bayeux.server.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.annotation.Subscription;
import org.bayeux.api.Message;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerChannel;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.junit.jupiter.api.Test;

class ServiceReaderTest {

    @Test
    void soundServiceHasNoProblems() {
        ServiceReading reading = read(Sound.class);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.definition().name()).isEqualTo("sound");
        assertThat(reading.definition().sessionPoints()).hasSize(3);
        assertThat(reading.definition().configurations()).hasSize(1);
        assertThat(reading.definition().listeners()).hasSize(5);
        assertThat(reading.definition().subscriptions()).hasSize(2);
        assertThat(reading.definition().remoteCallChannels())
                .containsExactlyInAnyOrder(
                        "/service/contacts", "/service/contacts/{id}", "/service/a/b", "/service/answered/{id}/{kind}");
    }

    @Service("sound")
    static class Sound {

        @Session
        private LocalSession local;

        @Session
        private ServerSession remote;

        @Session
        void setLocal(LocalSession local) {}

        @Configure({"/a", "/a/**"})
        public void configure(ConfigurableServerChannel channel) {}

        @Listener({"/a", "/b/*", "/meta/subscribe"})
        public void listen(ServerSession from, ServerMessage.Mutable message) {}

        @Listener("/a/{x}/b/{y}")
        public boolean decide(ServerSession from, ServerMessage message, @Param("x") String x, @Param("y") String y) {
            return true;
        }

        @Listener("/a")
        public Boolean decideBoxed(ServerSession from, Message message) {
            return true;
        }

        @Listener("/a")
        public CompletionStage<Boolean> decideLater(Map<String, Object> data, ServerSession from) {
            throw new UnsupportedOperationException();
        }

        @Listener("/a")
        public void listenToAnything(Object data) {}

        @Subscription({"/a", "/b/**"})
        public void subscribe(Message message) {}

        @Subscription("/a/{x}")
        public void subscribe(Message message, @Param("x") String x) {}

        @RemoteCall({"contacts", "/a/b"})
        public void call(RemoteCall.Caller caller, Object data) {}

        @RemoteCall("contacts/{id}")
        public void call(@Param("id") UUID id, List<String> data, RemoteCall.Caller caller) {}

        @RemoteCall("answered/{id}/{kind}")
        public String answer(@Param("kind") Thread.State kind, ServerSession from, @Param("id") int id) {
            return "";
        }
    }

    @Test
    void serviceIsNamedAfterItsClassByDefault() {
        assertThat(read(Plain.class).definition().name()).isEqualTo("Plain");
    }

    @Service
    static class Plain {}

    @Test
    void annotatedInheritedMethodsAreCallbacks() {
        ServiceReading reading = read(Heir.class);

        assertThat(reading.definition().listeners())
                .extracting(listener -> listener.callback().method().getName())
                .containsExactlyInAnyOrder("inherited", "repeated", "offered");
    }

    interface Offering {

        @Listener("/offered")
        default void offered(ServerSession from, ServerMessage message) {}
    }

    static class Testator {

        @Listener("/inherited")
        public void inherited(ServerSession from, ServerMessage message) {}

        @Listener("/repeated")
        public void repeated(ServerSession from, ServerMessage message) {}

        @Listener("/silenced")
        public void silenced(ServerSession from, ServerMessage message) {}
    }

    @Service
    static class Heir extends Testator implements Offering {

        @Override
        @Listener("/repeated")
        public void repeated(ServerSession from, ServerMessage message) {}

        @Override
        public void silenced(ServerSession from, ServerMessage message) {}
    }

    @Test
    void classThatOnlyInheritsFromAServiceIsNone() {
        assertThat(ServiceReader.isService(SubclassOfService.class, AnnotationSource.compiled()))
                .isFalse();
        assertThatThrownBy(() -> read(SubclassOfService.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not annotated with @Service");
    }

    static class SubclassOfService extends Plain {}

    @Test
    void problemsNameClassMethodRuleAndFix() {
        ServiceReading reading = read(NotPublic.class);

        assertThat(reading.problems())
                .extracting(ServiceProblem::toString)
                .containsExactly("BYX-1511: " + NotPublic.class.getName()
                        + ".listen(ServerSession, ServerMessage): a method with @Listener is not public;"
                        + " make it public, because a proxy of the service cannot forward other methods");
        assertThat(reading.definition().listeners()).isEmpty();
    }

    @Service
    static class NotPublic {

        @Listener("/a")
        void listen(ServerSession from, ServerMessage message) {}
    }

    @Test
    void allProblemsAreTold() {
        assertThatThrownBy(() -> read(Listeners.class).definitionOrThrow())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BYX-1501")
                .hasMessageContaining("BYX-1518");
    }

    @Test
    void listenersKeepToTheRules() {
        assertThat(problems(Listeners.class))
                .containsExactlyInAnyOrder(
                        "bothWildAndTemplate BYX-1501",
                        "foreign BYX-1515",
                        "generic BYX-1513",
                        "illegal BYX-1501",
                        "missing BYX-1518",
                        "none BYX-1502",
                        "repeated BYX-1518",
                        "noText BYX-1517",
                        "number BYX-1514",
                        "statically BYX-1512",
                        "twice BYX-1503",
                        "twoPayloads BYX-1516",
                        "unknown BYX-1518",
                        "whatever BYX-1514");
    }

    @Service
    static class Listeners {

        @Listener("no/slash")
        public void illegal(ServerSession from, ServerMessage message) {}

        @Listener("/a/{b}/*")
        public void bothWildAndTemplate(ServerSession from, ServerMessage message, @Param("b") String b) {}

        @Listener({})
        public void none(ServerSession from, ServerMessage message) {}

        @Listener({"/a", "/a/"})
        public void twice(ServerSession from, ServerMessage message) {}

        @Listener("/a")
        public static void statically(ServerSession from, ServerMessage message) {}

        @Listener("/a")
        public <T> void generic(ServerSession from, T message) {}

        @Listener("/a")
        public int number(ServerSession from, ServerMessage message) {
            return 0;
        }

        @Listener("/a")
        public CompletionStage<String> whatever(ServerSession from, ServerMessage message) {
            throw new UnsupportedOperationException();
        }

        @Listener("/a")
        public void foreign(ServerMessage message, RemoteCall.Caller caller) {}

        @Listener("/a")
        public void twoPayloads(String first, int second) {}

        @Listener("/a/{b}")
        public void repeated(@Param("b") String b, @Param("b") String again) {}

        @Listener("/a/{b}")
        public void noText(ServerSession from, ServerMessage message, @Param("b") List<String> b) {}

        @Listener("/a/{b}")
        public void missing(ServerSession from, ServerMessage message) {}

        @Listener("/a/{b}")
        public void unknown(ServerSession from, ServerMessage message, @Param("c") String c) {}
    }

    @Test
    void subscriptionsAndRemoteCallsAndConfigurationsKeepToTheRules() {
        assertThat(problems(Others.class))
                .containsExactlyInAnyOrder(
                        "configureResult BYX-1514",
                        "configureTemplate BYX-1504",
                        "configureWhole BYX-1515",
                        "emptyTarget BYX-1506",
                        "first BYX-1507",
                        "result BYX-1514",
                        "subscribeMeta BYX-1505",
                        "subscribeAsSomebody BYX-1515",
                        "subscribeResult BYX-1514",
                        "subscribeService BYX-1505",
                        "wildTarget BYX-1506");
    }

    @Service
    static class Others {

        @Subscription("/meta/connect")
        public void subscribeMeta(Message message) {}

        @Subscription("/service/a")
        public void subscribeService(Message message) {}

        @Subscription("/a")
        public void subscribeAsSomebody(ServerSession from) {}

        @Subscription("/a")
        public boolean subscribeResult(Message message) {
            return true;
        }

        @RemoteCall("a/*")
        public void wildTarget(RemoteCall.Caller caller, Object data) {}

        @RemoteCall("")
        public void emptyTarget(RemoteCall.Caller caller, Object data) {}

        @RemoteCall("b")
        public String result(RemoteCall.Caller caller, Object data) {
            return "";
        }

        @RemoteCall("c")
        public void again(RemoteCall.Caller caller, Object data) {}

        @RemoteCall("/c/")
        public void first(RemoteCall.Caller caller, Object data) {}

        @Configure("/a/{b}")
        public void configureTemplate(ConfigurableServerChannel channel) {}

        @Configure("/a")
        public void configureWhole(ServerChannel channel) {}

        @Configure("/a")
        public boolean configureResult(ConfigurableServerChannel channel) {
            return true;
        }
    }

    @Test
    void sessionsKeepToTheRules() {
        assertThat(problems(Sessions.class))
                .containsExactlyInAnyOrder(
                        "fixed BYX-1522",
                        "setTwo BYX-1524",
                        "setUnclear BYX-1521",
                        "shared BYX-1522",
                        "text BYX-1521",
                        "unclear BYX-1521");
    }

    @Service
    static class Sessions {

        @Session
        private static LocalSession shared;

        @Session
        private final LocalSession fixed = null;

        @Session
        private String text;

        @Session
        private org.bayeux.api.Session unclear;

        @Session
        void setUnclear(org.bayeux.api.Session session) {}

        @Session
        void setTwo(LocalSession local, ServerSession server) {}
    }

    @Test
    void abstractClassesAreNoServices() {
        assertThat(read(Unfinished.class).problems())
                .extracting(ServiceProblem::code)
                .containsExactly("BYX-1531");
    }

    @Service
    abstract static class Unfinished {}

    private static ServiceReading read(Class<?> type) {
        return ServiceReader.read(type, AnnotationSource.compiled());
    }

    private static List<String> problems(Class<?> type) {
        return read(type).problems().stream()
                .map(problem ->
                        problem.member().replace(type.getName() + ".", "").replaceAll("\\(.*", "") + " "
                                + problem.code())
                .toList();
    }
}
