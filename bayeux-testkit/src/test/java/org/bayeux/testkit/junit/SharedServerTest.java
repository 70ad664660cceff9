package org.bayeux.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.junit.examples.Auction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@BayeuxTest(classes = {Auction.class, Auction.Bids.class})
@TestInstance(Lifecycle.PER_CLASS)
class SharedServerTest {

    @Inject
    BayeuxServer server;

    private int tests;

    @BeforeAll
    void adaJoins(@Client("ada") InMemoryClient ada) {
        ada.joins();
    }

    @RepeatedTest(2)
    void allTestsOfAClassShareTheServerAndItsClients(@Client("ada") InMemoryClient ada) {
        ada.subscribes("/test/" + ++tests);

        assertThat(ada.session().getSubscriptions()).hasSize(tests);
        assertThat(server.getSession(ada.id())).isNotNull();
    }

    @Nested
    class Inside {

        @Inject
        BayeuxServer inner;

        @Test
        void andSoDoNestedOnes(@Client("ada") InMemoryClient ada) {
            assertThat(inner.getSession(ada.id())).isNotNull();
        }
    }
}
