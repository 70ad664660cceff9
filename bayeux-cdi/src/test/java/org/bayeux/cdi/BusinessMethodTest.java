package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.bayeux.annotation.Configure;
import org.bayeux.annotation.Listener;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.server.ConfigurableServerChannel;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.junit.jupiter.api.Test;

/** Callbacks are business methods of their bean. */
class BusinessMethodTest {

    @Test
    void interceptorsSeeEachCallOnce() {
        try (Deployment deployment = Deployment.of(Intercepted.class, Counting.class, Journal.class)) {
            deployment.start();

            deployment.client().getChannel("/a").publish("x");

            assertThat(deployment.get(Journal.class).entries())
                    .containsExactly("around configure", "configure", "around listen", "listen");
        }
    }

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Counted {}

    @Counted
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    static class Counting {

        @Inject
        Journal journal;

        @AroundInvoke
        Object count(InvocationContext context) throws Exception {
            journal.add("around " + context.getMethod().getName());
            return context.proceed();
        }
    }

    @Counted
    @Service
    static class Intercepted {

        @Inject
        Journal journal;

        @Configure("/a")
        public void configure(ConfigurableServerChannel channel) {
            journal.add("configure");
        }

        @Listener("/a")
        public void listen(ServerSession from, ServerMessage message) {
            journal.add("listen");
        }
    }

    @Test
    void everyMessageHasARequestOfItsOwn() {
        try (Deployment deployment = Deployment.of(PerRequest.class, InRequest.class, Journal.class)) {
            deployment.start();
            LocalSession client = deployment.client();

            client.getChannel("/a").publish("x");
            client.getChannel("/a").publish("x");

            assertThat(deployment.get(Journal.class).entries()).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @RequestScoped
    static class InRequest {

        String number() {
            return "request " + System.identityHashCode(this);
        }
    }

    @Service
    @RequestScoped
    static class PerRequest {

        @Inject
        InRequest request;

        @Inject
        Journal journal;

        @Session
        LocalSession session;

        @Listener("/a")
        public void listen(ServerSession from, ServerMessage message) {
            assertThat(session.isHandshook()).isTrue();
            journal.add(request.number());
        }
    }

    @Test
    void inheritedCallbacksOfAPseudoScopeAreCalledOnce() {
        try (Deployment deployment = Deployment.of(Alone.class, Journal.class)) {
            deployment.start();

            deployment.client().getChannel("/a").publish("x");

            assertThat(deployment.get(Journal.class).entries()).containsExactly("inherited");
        }
    }

    static class Ancestor {

        @Inject
        Journal journal;

        @Listener("/a")
        public void inherited(ServerSession from, ServerMessage message) {
            journal.add("inherited");
        }
    }

    @Service
    @Singleton
    static class Alone extends Ancestor {}

    @ApplicationScoped
    static class Journal {

        private final List<String> entries = new ArrayList<>();

        void add(String entry) {
            entries.add(entry);
        }

        List<String> entries() {
            return entries;
        }
    }
}
