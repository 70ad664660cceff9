package org.bayeux.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    void theOrderDoesNotMatter() {
        assertThat(of(1, 2, 3).equalTo(of(3, 1, 2))).isTrue();
    }

    @Test
    void oneTwiceIsNoSubstituteForAnother() {
        assertThat(of(1, 2, 2).equalTo(of(1, 2, 3))).isFalse();
        assertThat(of(1, 4).equalTo(of(2, 3))).isFalse();
    }

    private static Account of(int... numbers) {
        Account account = new Account();
        for (int number : numbers) {
            account.add(number);
        }
        return account;
    }
}
