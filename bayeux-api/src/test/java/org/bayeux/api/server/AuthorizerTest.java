package org.bayeux.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayeux.api.server.Authorizer.Result;
import org.junit.jupiter.api.Test;

class AuthorizerTest {

    @Test
    void grantIsNoDenial() {
        assertThat(Result.grant().isGranted()).isTrue();
        assertThat(Result.grant().isDenied()).isFalse();
        assertThat(Result.grant().getReason()).isEmpty();
        assertThat(Result.grant()).hasToString("granted");
    }

    @Test
    void ignoreIsNeitherGrantNorDenial() {
        assertThat(Result.ignore().isGranted()).isFalse();
        assertThat(Result.ignore().isDenied()).isFalse();
        assertThat(Result.ignore()).hasToString("ignored");
    }

    @Test
    void denialTellsItsReason() {
        Result denied = Result.deny("criminal_supporter");

        assertThat(denied.isDenied()).isTrue();
        assertThat(denied.isGranted()).isFalse();
        assertThat(denied.getReason()).isEqualTo("criminal_supporter");
        assertThat(denied).hasToString("denied (criminal_supporter)");
    }

    @Test
    void denialNeedsNoReason() {
        assertThat(Result.deny(null).isDenied()).isTrue();
        assertThat(Result.deny(null).getReason()).isEmpty();
        assertThat(Result.deny(null)).hasToString("denied");
    }
}
