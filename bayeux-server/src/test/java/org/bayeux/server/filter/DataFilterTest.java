package org.bayeux.server.filter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bayeux.testkit.InMemoryClient;
import org.bayeux.testkit.InMemoryServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFilterTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final InMemoryClient publisher = server.socket().joins();
    private final InMemoryClient subscriber = server.socket().joins().subscribes("/chat/1");

    @Test
    void markupIsEscapedHoweverDeepItIs() {
        filterBy(new NoMarkupFilter());

        publisher.publishes("/chat/1", "{'a':['<b>x</b>',{'c':'&lt;'},7,true,null],'d':'plain'}");

        subscriber.receivesSome("{'data':{'a':['&lt;b&gt;x&lt;/b&gt;',{'c':'&amp;lt;'},7,true,null],'d':'plain'}}");
    }

    @Test
    void payloadThatNeedsNoFilterLeavesAsItCame() {
        filterBy(new NoMarkupFilter(), new NoScriptsFilter());

        publisher.publishes("/chat/1", "{'n':1.50,'t':'plain'}");

        subscriber.receivesSome("{'data':{'n':1.50,'t':'plain'}}");
    }

    @ParameterizedTest
    @CsvSource({
        "a<script>alert(1)</script>b, ab",
        "a<SCRIPT src=x>b, a",
        "a</script >b, ab",
        "<scr<script>x</script>ipt>alert(1)</script>b, b",
        "<b>bold</b>, <b>bold</b>",
    })
    void scriptsAreTakenOut(String text, String expected) {
        filterBy(new NoScriptsFilter());

        publisher.publishes("/chat/1", "'" + text + "'");

        subscriber.receivesSome("{'data':'" + expected + "'}");
    }

    @Test
    void eachFilterGetsWhatTheOneBeforeItLeft() {
        filterBy(
                new RegexFilter(new String[] {"cat"}, new String[] {"dog"}),
                new RegexFilter(new String[] {"dog"}, new String[] {"bird"}));

        publisher.publishes("/chat/1", "'cat'");

        subscriber.receivesSome("{'data':'bird'}");
    }

    @Test
    void numbersAndFlagsMayBeFiltered() {
        filterBy(new JSONDataFilter() {
            @Override
            protected Object filterNumber(Number number) {
                return number.longValue() + 1;
            }

            @Override
            protected Object filterBoolean(Boolean flag) {
                return !flag;
            }
        });

        publisher.publishes("/chat/1", "[1,true]");

        subscriber.receivesSome("{'data':[2,false]}");
    }

    @Test
    void messageThatAFilterAbortsReachesNobodyAndIsAnswered() {
        filterBy((from, channel, data) -> {
            throw new DataFilter.AbortException("rude");
        });

        publisher
                .sends("{'channel':'/chat/1','clientId':'$id','data':1,'id':'7'}")
                .receivesSome("{'channel':'/chat/1','id':'7'}");

        subscriber.receivesNothing();
    }

    @Test
    void messageWhoseFilterFailsReachesNobody() {
        filterBy((from, channel, data) -> {
            throw new IllegalStateException("a bug");
        });

        publisher
                .sends("{'channel':'/chat/1','clientId':'$id','data':1,'id':'7'}")
                .receivesSome("{'channel':'/chat/1','id':'7'}");

        subscriber.receivesNothing();
    }

    @Test
    void replacementThatGrowsForEverIsGivenUp() {
        filterBy(new RegexFilter(new String[] {"a"}, new String[] {"aa"}));

        publisher.sends("{'channel':'/chat/1','clientId':'$id','data':'a'}").receivesSome("{'channel':'/chat/1'}");

        subscriber.receivesNothing();
    }

    @Test
    void whatTheServerPublishesIsFilteredToo() {
        filterBy(new NoMarkupFilter());

        server.channel("/chat/1").publish(null, new Object[] {"<", new @Nullable Object[] {null}});

        subscriber.receivesSome("{'data':['&lt;',[null]]}");
    }

    @Test
    void everyTemplateHasAReplacement() {
        assertThatThrownBy(() -> new RegexFilter(new String[] {"a", "b"}, new String[] {"c"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 templates, but 1 replacements: there must be one for each");
    }

    private void filterBy(DataFilter... filters) {
        server.channel("/chat/*").addListener(new DataFilterMessageListener(filters));
    }
}
