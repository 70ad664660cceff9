package org.bayeux.oort.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.bayeux.api.server.BayeuxServer;
import org.bayeux.api.server.SecurityPolicy;
import org.bayeux.api.server.ServerMessage;
import org.bayeux.api.server.ServerSession;
import org.bayeux.oort.OortList;
import org.bayeux.oort.OortLong;
import org.bayeux.oort.OortLongMap;
import org.bayeux.oort.OortMap;
import org.bayeux.oort.OortMasterLong;
import org.bayeux.oort.OortObject;
import org.bayeux.oort.OortStringMap;
import org.bayeux.oort.Shared;
import org.bayeux.oort.examples.UserDirectory;
import org.bayeux.oort.examples.UserInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shared objects that beans have injected by name. */
class SharedInjectionTest {

    @BeforeAll
    static void waitAsLongAsABusyMachineTakes() {
        Awaitility.setDefaultTimeout(30, TimeUnit.SECONDS);
    }

    private static final List<String> ALONE = List.of("oort.enabled", "false");

    private final String cloud = "test-" + UUID.randomUUID();

    @Test
    void whatOtherNodesShareIsThereBeforeClientsCome() {
        try (Application a = member("a")) {
            a.get(UserDirectory.class).add("1", "Ada");

            try (Application b = member("b")) {
                assertThat(b.get(UserDirectory.class).all()).containsExactly(new UserInfo("Ada"));

                b.get(UserDirectory.class).add("2", "Bob");
                await().untilAsserted(
                                () -> assertThat(a.get(UserDirectory.class).all())
                                        .containsExactlyInAnyOrder(new UserInfo("Ada"), new UserInfo("Bob")));
            }
            await().untilAsserted(
                            () -> assertThat(a.get(UserDirectory.class).all()).containsExactly(new UserInfo("Ada")));
        }
    }

    private Application member(String url) {
        return Application.start(List.of("oort.url", url, "oort.cloud", cloud), List.of(UserDirectory.class));
    }

    @Test
    void aNodeThatIsAloneHasItsOwnPart() {
        try (Application alone = Application.start(ALONE, List.of(UserDirectory.class))) {
            alone.get(UserDirectory.class).add("1", "Ada");

            assertThat(alone.get(UserDirectory.class).all()).containsExactly(new UserInfo("Ada"));
        }
    }

    @Test
    void eachNameIsOneObjectOfItsKind() {
        try (Application alone = Application.start(ALONE, List.of(AllKinds.class, Another.class))) {
            AllKinds all = alone.get(AllKinds.class);

            assertThat(all.running()).containsOnly(true);
            assertThat(all.beginnings()).containsExactly("", List.of(), 0L, Map.of(), new Settings());
            assertThat(alone.get(Another.class).sameAs(all)).isTrue();
        }
    }

    /** All that can be shared. */
    @ApplicationScoped
    static class AllKinds {

        @Inject
        @Shared("by text")
        private OortStringMap<List<UserInfo>> byText;

        @Inject
        @Shared("by number")
        private OortLongMap<String> byNumber;

        @Inject
        @Shared("list")
        private OortList<UserInfo> list;

        @Inject
        @Shared("text")
        private OortObject<String> text;

        @Inject
        @Shared("words")
        private OortObject<List<String>> words;

        @Inject
        @Shared("whole")
        private OortObject<Long> whole;

        @Inject
        @Shared("table")
        private OortObject<Map<String, UserInfo>> table;

        @Inject
        @Shared("settings")
        private OortObject<Settings> settings;

        @Inject
        @Shared("sum")
        private OortLong sum;

        @Inject
        @Shared("ids")
        private OortMasterLong ids;

        List<Object> maps() {
            return List.of(byText, byNumber);
        }

        List<Boolean> running() {
            return List.of(
                    byText.isRunning(),
                    byNumber.isRunning(),
                    list.isRunning(),
                    sum.getOortObject().isRunning(),
                    ids.isRunning());
        }

        List<Object> beginnings() {
            return List.of(own(text), own(words), own(whole), own(table), own(settings));
        }

        private static Object own(OortObject<?> object) {
            return object.iterator().next().getObject();
        }
    }

    /** Says the same names in other ways. */
    @ApplicationScoped
    static class Another {

        private final OortMap<String, List<UserInfo>> byText;

        @Inject
        @Shared("by number")
        private Instance<OortLongMap<String>> byNumber;

        Another() {
            this(null);
        }

        @Inject
        Another(@Shared("by text") OortMap<String, List<UserInfo>> byText) {
            this.byText = byText;
        }

        boolean sameAs(AllKinds all) {
            return all.maps().equals(List.of(byText, byNumber.get()));
        }
    }

    /** Has something to begin with. */
    public static final class Settings {

        /** What is set. */
        public int limit = 3;

        @Override
        public boolean equals(Object other) {
            return other instanceof Settings that && that.limit == limit;
        }

        @Override
        public int hashCode() {
            return limit;
        }
    }

    @Test
    void thePolicyMayHaveOneInjected() {
        try (Application alone = Application.start(ALONE, List.of(ByTheBook.class, UserDirectory.class))) {
            alone.get(UserDirectory.class).add("1", "Ada");

            assertThat(alone.get(ByTheBook.class).knows("1")).isTrue();
        }
    }

    @ApplicationScoped
    static class ByTheBook implements SecurityPolicy {

        @Inject
        @Shared("users")
        private OortStringMap<UserInfo> users;

        boolean knows(String id) {
            return users.isPresent(id);
        }

        @Override
        public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
            return session.isLocalSession() || knows("1");
        }
    }

    @Test
    void aPolicyThatRefusesTheSessionOfOneStopsTheDeployment() {
        assertThatThrownBy(() -> Application.start(ALONE, List.of(Strict.class, UserDirectory.class)))
                .hasMessageContaining("The security policy refuses the session of 'users'");
    }

    @ApplicationScoped
    static class Strict implements SecurityPolicy {

        @Override
        public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
            return false;
        }
    }

    @Test
    void whatEndsBehindTheNodeCanStillUseIt() {
        try (Application alone = Application.start(ALONE, List.of(UserDirectory.class))) {
            UserDirectory users = alone.get(UserDirectory.class);
            users.add("1", "Ada");

            alone.node().closing();

            users.remove("1");
            assertThat(users.all()).isEmpty();
        }
    }

    @Test
    void everyMistakeIsTold() {
        String place = Mistaken.class.getName();
        assertThatThrownBy(() -> Application.start(ALONE, List.of(Mistaken.class)))
                .hasMessageContaining("BYX-6030: " + place + ".unnamed: @Shared(\" \") says no name;")
                .hasMessageContaining(": @Shared(\"twice\") is OortStringMap<java.lang.")
                .hasMessageContaining("BYX-6032: " + place + ".text: @Shared stands on java.lang.String;")
                .hasMessageContaining("BYX-6032: " + place + ".raw: @Shared stands on org.bayeux.oort.OortStringMap;")
                .hasMessageContaining("BYX-6032: " + place + ".any: ")
                .hasMessageContaining("BYX-6032: " + place + ".keys: ")
                .hasMessageContaining("BYX-6033: " + place + ".infos: ")
                .hasMessageContaining("BYX-6034: " + place + ".forgotten: ")
                .hasMessageContaining("BYX-6034: " + place + ".uncalled: ");
    }

    @ApplicationScoped
    @SuppressWarnings("rawtypes")
    static class Mistaken {

        @Inject
        @Shared(" ")
        private OortStringMap<String> unnamed;

        @Inject
        @Shared("twice")
        private OortStringMap<String> once;

        @Inject
        @Shared("twice")
        private OortStringMap<Long> twice;

        @Inject
        @Shared("text")
        private String text;

        @Inject
        @Shared("raw")
        private OortStringMap raw;

        @Inject
        @Shared("any")
        private OortStringMap<?> any;

        @Inject
        @Shared("keys")
        private OortMap<Integer, String> keys;

        @Inject
        @Shared("infos")
        private OortObject<UserInfo> infos;

        @Shared("forgotten")
        private OortStringMap<String> forgotten;

        void uncalled(@Shared("uncalled") OortStringMap<String> map) {}
    }
}
