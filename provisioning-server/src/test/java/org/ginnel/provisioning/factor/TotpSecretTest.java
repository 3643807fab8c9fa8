// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {
    /// RFC 6238, appendix B, for SHA-1: the last six of eight digits.
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void codes_areThoseOfTheStandard(long seconds, String code) {
        var secret = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

        assertThat(secret.codeAt(Instant.ofEpochSecond(seconds))).isEqualTo(code);
        assertThat(secret.verify(code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    void clockMayBeOneStepOff_andNoMore() {
        var secret = TotpSecret.generate(new SecureRandom());
        var now = Instant.ofEpochSecond(1_764_500_015);
        var code = secret.codeAt(now);

        assertThat(secret.verify(code.substring(0, 3) + " " + code.substring(3), now))
                .isPresent();
        assertThat(secret.verify(code, now.plusSeconds(30))).hasValue(now.getEpochSecond() / 30);
        assertThat(secret.verify(code, now.minusSeconds(30))).isPresent();
        assertThat(secret.verify(code, now.plusSeconds(60)).isPresent()
                        && !secret.codeAt(now.plusSeconds(60)).equals(code))
                .isFalse();
        assertThat(secret.verify("", now)).isEmpty();
        assertThat(secret.verify("x".repeat(10_000), now)).isEmpty();
    }

    @Test
    void secret_isShownOnceAsAppsReadIt_andPrintedNever() {
        var secret = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

        assertThat(secret.reveal("root"))
                .isEqualTo("otpauth://totp/Ginnel:root?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ginnel");
        assertThat(secret).hasToString("TotpSecret[redacted]");
        assertThat(RecoveryCode.generate(new SecureRandom()).getFirst()).hasToString("RecoveryCode[redacted]");
        assertThat(SessionToken.generate(new SecureRandom())).hasToString("SessionToken[redacted]");
    }

    @Test
    void sealedSecret_opensForItsUserAndOperatorOnly() {
        var random = new SecureRandom();
        var seal = new FactorSeal(new byte[32], random);
        var secret = TotpSecret.generate(random);
        var sealed = seal.seal("root", secret);

        assertThat(seal.open("root", sealed).orElseThrow().bytes()).isEqualTo(secret.bytes());
        assertThat(seal.open("other", sealed)).isEmpty();
        var key = new byte[32];
        key[0] = 1;
        assertThat(new FactorSeal(key, random).open("root", sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(seal.open("root", sealed)).isEmpty();
        assertThat(seal.open("root", new byte[3])).isEmpty();
    }

    @Test
    void recoveryCodes_areTenDifferentOnes_andForgivingToType() {
        var codes = RecoveryCode.generate(new SecureRandom());

        assertThat(codes).hasSize(10).extracting(RecoveryCode::reveal).doesNotHaveDuplicates();
        assertThat(codes).allMatch(code -> code.reveal().matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        assertThat(RecoveryCode.looksLike("123 456")).isFalse();
        assertThat(RecoveryCode.looksLike(codes.getFirst().reveal())).isTrue();
    }
}
