package org.bayeux.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import org.bayeux.annotation.Service;
import org.bayeux.annotation.Session;
import org.bayeux.api.client.ClientSession;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.LocalSession;
import org.bayeux.api.server.ServerSession;
import org.junit.jupiter.api.Test;

class SessionInjectionTest {

    @Test
    void sessionsAreThereWhenTheServiceIsConstructed() {
        try (Deployment deployment = Deployment.of(Talker.class)) {
            Talker talker = deployment.get(Talker.class);

            assertThat(talker.idWhenConstructed()).isEqualTo(talker.remote().getId());
        }
    }

    @Test
    void allEndsBelongToTheSameSession() {
        try (Deployment deployment = Deployment.of(Talker.class)) {
            Talker talker = deployment.get(Talker.class);

            assertThat(talker.remote().getLocalSession()).isSameAs(talker.local());
            assertThat(talker.client()).isSameAs(talker.local());
        }
    }

    @Test
    void everyServiceHasASessionOfItsOwn() {
        try (Deployment deployment = Deployment.of(Talker.class, Listener.class)) {
            assertThat(deployment.get(Talker.class).local())
                    .isNotSameAs(deployment.get(Listener.class).local());
        }
    }

    @Test
    void allObjectsOfAServiceHaveTheSameSession() {
        try (Deployment deployment = Deployment.of(Brief.class)) {
            String first = inRequest(deployment);
            String second = inRequest(deployment);

            assertThat(first).isEqualTo(second);
        }
    }

    private static String inRequest(Deployment deployment) {
        RequestContextController request = deployment.get(RequestContextController.class);
        request.activate();
        try {
            return deployment.get(Brief.class).id();
        } finally {
            request.deactivate();
        }
    }

    @Service
    static class Talker {

        @Session
        private LocalSession local;

        @Session
        private ServerSession remote;

        @Inject
        private BayeuxServer server;

        private ClientSession client;
        private String idWhenConstructed;

        @Session
        void setClient(ClientSession client) {
            this.client = client;
        }

        @PostConstruct
        void remember() {
            idWhenConstructed = server.getSession(remote.getId()).getId();
        }

        LocalSession local() {
            return local;
        }

        ServerSession remote() {
            return remote;
        }

        ClientSession client() {
            return client;
        }

        String idWhenConstructed() {
            return idWhenConstructed;
        }
    }

    @Service
    static class Listener {

        @Session
        private LocalSession local;

        LocalSession local() {
            return local;
        }
    }

    @Service
    @RequestScoped
    static class Brief {

        @Session
        private LocalSession local;

        String id() {
            return local.getId();
        }
    }
}
