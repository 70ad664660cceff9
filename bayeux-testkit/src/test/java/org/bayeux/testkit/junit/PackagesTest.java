package org.bayeux.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.bayeux.testkit.junit.examples.Auction;
import org.bayeux.testkit.junit.examples.NoBean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@BayeuxTest(packages = Auction.class)
class PackagesTest {

    @Inject
    @Any
    Instance<Auction> auctions;

    @Inject
    @Any
    Instance<NoBean> unannotated;

    @Test
    void theBeansOfAPackageAreThoseOfAContainer() {
        assertThat(auctions.isResolvable()).isTrue();
        assertThat(unannotated.isUnsatisfied()).isTrue();
    }

    @Nested
    @BayeuxTest(packages = Auction.class, classes = NoBean.class)
    class WithMore {

        @Inject
        NoBean named;

        @Test
        void aClassThatIsNamedIsABeanInAnyCase() {
            assertThat(named).isNotNull();
            assertThat(unannotated.isResolvable()).isTrue();
        }
    }

    @Nested
    @BayeuxTest(packages = Test.class, classes = NoBean.class)
    class OfAJar {

        @Test
        void aPackageMayLieInAJar() {
            assertThat(auctions.isUnsatisfied()).isTrue();
        }
    }
}
