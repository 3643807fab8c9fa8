// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QrPictureTest {
    private static final String CONFIG = """
            [Interface]
            PrivateKey = oK56DE9Ue9zK76rAc8pBl6opph+1v36lm7cXXsQKrQM=
            Address = 10.64.0.2/32, fddd:2c4:2c4:3::2/128
            DNS = 10.7.0.1

            [Peer]
            PublicKey = GtL7fZc/bLnqZldpVofMCD6hDjrK28SsdLxevJ+qtKU=
            AllowedIPs = 0.0.0.0/0, ::/0
            Endpoint = london.vpn.example.com:51820
            PersistentKeepalive = 25
            """;

    @Test
    void everyPicture_saysTheConfig() {
        var picture = QrPicture.of(CONFIG);

        assertThat(QrReader.png(picture.png(6))).isEqualTo(CONFIG);
        assertThat(QrReader.svg(picture.svg())).isEqualTo(CONFIG);
        assertThat(QrReader.terminal(picture.terminal())).isEqualTo(CONFIG);
    }

    @Test
    void textThatIsTooLong_isRefused() {
        assertThatThrownBy(() -> QrPicture.of("x".repeat(3000))).isInstanceOf(IllegalArgumentException.class);
    }
}
