package org.bayeux.server.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bayeux.annotation.Param;
import org.bayeux.annotation.RemoteCall;
import org.bayeux.annotation.Service;
import org.bayeux.api.server.LocalSession;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteCallTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final Contacts contacts = new Contacts();
    private final LocalSession session = bind();
    private final InMemoryClient client = server.socket().joins();

    private LocalSession bind() {
        ServiceBinder binder = new ServiceBinder(server.bayeux());
        ServiceDefinition definition =
                ServiceReader.read(Contacts.class, AnnotationSource.compiled()).definitionOrThrow();
        LocalSession opened = binder.open(definition);
        binder.bind(definition, opened, ServiceInvoker.on(contacts));
        return opened;
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void resultGoesToTheCallerWithItsId() {
        assertThat(answer("echo", "{'a':[1,2.50]}"))
                .containsEntry("id", "7")
                .containsEntry("successful", true)
                .containsEntry("data", Map.of("a", List.of(1L, 2.5)));
    }

    @Test
    void failureGoesToTheCaller() {
        assertThat(answer("refuse", "1")).containsEntry("successful", false).containsEntry("data", "no");
    }

    @Test
    void answerWithoutResultStillHasData() {
        assertThat(answer("nothing", "1"))
                .containsEntry("successful", true)
                .containsKey("data")
                .containsEntry("data", null);
    }

    @Test
    void callThatThrowsFailsWithoutDetails() {
        assertThat(answer("broken", "1"))
                .containsEntry("successful", false)
                .containsEntry("data", Map.of("message", "The call failed on the server"));
    }

    @Test
    void parametersOfTheTargetArePassed() {
        assertThat(answer("users/ann/mails/3", "1")).containsEntry("data", "ann 3");
    }

    @Test
    void dataBecomesWhatTheMethodWants() {
        assertThat(answer("greet", "{'name':'Ann','age':3}")).containsEntry("data", "Ann is 3");
        assertThat(answer("sum", "[1,2,3]")).containsEntry("data", 6L);
        assertThat(answer("twice", "4")).containsEntry("data", 8L);
    }

    @Test
    void dataThatDoesNotFitIsTheCallersMistake() {
        assertThat(answer("twice", "'many'")).containsEntry("successful", false);
        assertThat(answer("twice", "null")).containsEntry("successful", false);
        assertThat(contacts.called).isZero();
    }

    @Test
    void answerMayComeLater() {
        sends("later", "1");
        client.receivesSome("{'successful':true,'id':'7'}").receivesNothing();

        assertThat(contacts.waiting.result("now")).isTrue();

        client.receivesSome("{'channel':'/service/later','id':'7','data':'now','successful':true}");
    }

    @Test
    void onlyTheFirstAnswerCounts() {
        sends("later", "1");

        assertThat(contacts.waiting.failure("first")).isTrue();
        assertThat(contacts.waiting.result("second")).isFalse();
    }

    @Test
    void answerToACallerThatHasGoneIsRefused() {
        sends("later", "1");
        assertThat(contacts.waiting.getServerSession().isHandshook()).isTrue();
        contacts.waiting.getServerSession().disconnect();

        assertThat(contacts.waiting.result("too late")).isFalse();
    }

    @Test
    void callersMayBeLocal() {
        LocalSession local = server.bayeux().newLocalSession("local");
        local.handshake();
        List<Object> answers = new ArrayList<>();

        local.remoteCall("/greet", new Person("Bob", 4), message -> answers.add(message.getData()));

        assertThat(answers).containsExactly("Bob is 4");
    }

    @Test
    void messagesNobodyWaitsForAreNoCalls() {
        server.channel("/service/twice").publish(null, 4);
        session.getChannel("/service/twice").publish(4);

        assertThat(contacts.called).isZero();
    }

    @Test
    void resultWithoutJsonFormBecomesAFailure() {
        assertThat(answer("unwritable", "1")).containsEntry("successful", false);
        assertThat(answer("nan", "1")).containsEntry("successful", false);
    }

    private Map<String, Object> answer(String target, String data) {
        sends(target, data);
        Map<String, Object> first = client.takes();
        Map<String, Object> second = client.takes();
        client.receivesNothing();
        return first.containsKey("data") ? first : second;
    }

    private void sends(String target, String data) {
        client.sends("{'channel':'/service/" + target + "','clientId':'$id','id':'7','data':" + data + "}");
    }

    /** What JSON-B can read and write. */
    public static final class Person {

        public String name;
        public int age;

        public Person() {}

        Person(String name, int age) {
            this.name = name;
            this.age = age;
        }
    }

    @Service
    static class Contacts {

        RemoteCall.Caller waiting;
        int called;

        @RemoteCall("echo")
        public void echo(RemoteCall.Caller caller, Object data) {
            caller.result(data);
        }

        @RemoteCall("refuse")
        public void refuse(RemoteCall.Caller caller, Object data) {
            caller.failure("no");
        }

        @RemoteCall("nothing")
        public void nothing(RemoteCall.Caller caller, Object data) {
            caller.result(null);
        }

        @RemoteCall("broken")
        public void broken(RemoteCall.Caller caller, Object data) {
            throw new IllegalStateException("secret");
        }

        @RemoteCall("users/{user}/mails/{mail}")
        public void mail(
                RemoteCall.Caller caller, Object data, @Param("user") String user, @Param("mail") String mail) {
            caller.result(user + " " + mail);
        }

        @RemoteCall("greet")
        public void greet(RemoteCall.Caller caller, Person person) {
            caller.result(person.name + " is " + person.age);
        }

        @RemoteCall("sum")
        public void sum(RemoteCall.Caller caller, List<Integer> numbers) {
            caller.result(numbers.stream().mapToInt(Integer::intValue).sum());
        }

        @RemoteCall("twice")
        public void twice(RemoteCall.Caller caller, int number) {
            called++;
            caller.result(number * 2);
            called--;
        }

        @RemoteCall("later")
        public void later(RemoteCall.Caller caller, Object data) {
            waiting = caller;
        }

        @RemoteCall("nan")
        public void notANumber(RemoteCall.Caller caller, Object data) {
            caller.result(Double.NaN);
        }

        @RemoteCall("unwritable")
        public void unwritable(RemoteCall.Caller caller, Object data) {
            caller.result(new Object() {
                public String getName() {
                    throw new IllegalStateException("on purpose");
                }
            });
        }
    }
}
