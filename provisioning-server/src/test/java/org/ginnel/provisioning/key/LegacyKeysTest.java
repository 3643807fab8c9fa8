// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyKeysTest {
    private final LegacyKeys keys = new LegacyKeys(Secret.unchecked("CHANGE_THIS_SECRET_KEY"));

    @ParameterizedTest
    @CsvSource({
        "testuser_pro_a3562544513ab101,testuser,pro",
        "demo_user_basic_3680ccb7455473be,demo_user,basic",
    })
    void vectorsOfTheWireContract_areMadeAndVerified(String key, String user, String tier) {
        assertThat(keys.mint(new Caller(user, tier))).isEqualTo(key);
        assertThat(keys.verify(key)).contains(new Caller(user, tier));
    }

    @Test
    void key_ofAUserFullOfUnderscores_isReadFromTheRight() {
        var caller = new Caller("_a_pro_b_", "basic");

        assertThat(keys.verify(keys.mint(caller))).contains(caller);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "__",
                "testuser_pro_a3562544513ab102",
                "testuser_pro_a3562544513ab10",
                "testuser_pro_a3562544513ab1011",
                "testuser_pro_A3562544513AB101",
                "testuser_basic_a3562544513ab101",
                "testuser_pro_a3562544513ab101_garbage",
                "estuser_pro_a3562544513ab101",
                "_pro_a3562544513ab101",
                "testuser__a3562544513ab101",
                "pro_a3562544513ab101",
                "a3562544513ab101",
                "testuser:x_pro_a3562544513ab101",
                "t\u00ebstuser_pro_a3562544513ab101",
                "testuser_pro_\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661",
            })
    void keys_thatWeDidNotMake_areNobodys(String key) {
        assertThat(keys.verify(key)).isEmpty();
    }

    @Test
    void keys_ofAnotherSecret_areNobodys() {
        var other = new LegacyKeys(Secret.of("4f1c9a7d20b86e35a1d4c7f09b2e6835"));

        assertThat(other.verify("testuser_pro_a3562544513ab101")).isEmpty();
    }

    @Test
    void key_longerThanAnyOfOurs_isNotEvenRead() {
        assertThat(keys.verify("a".repeat(1 << 20) + "_pro_a3562544513ab101")).isEmpty();
    }

    /// The legacy MAC is over `user:tier`: with a colon in a user id, one user's key would be another's.
    @ParameterizedTest
    @ValueSource(strings = {"alice:x", "", " ", "a b", "a/b", "\u00e9"})
    void userIds_thatCouldBeConfused_cannotExist(String user) {
        assertThatThrownBy(() -> new Caller(user, "pro")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tier_withAnUnderscore_cannotExist() {
        assertThatThrownBy(() -> new Caller("alice", "pro_x")).isInstanceOf(IllegalArgumentException.class);
    }
}
