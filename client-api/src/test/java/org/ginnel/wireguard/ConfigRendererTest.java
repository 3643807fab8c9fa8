// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigRendererTest {
    @Test
    void aConfig_isWrittenAsWgQuickWritesIt() {
        assertThat(ConfigRenderer.render(Fixtures.config())).isEqualTo("""
                        [Interface]
                        Address = 10.7.0.2/24, fddd:2c4:2c4:2c4::2/64
                        DNS = 10.7.0.1, corp.example
                        MTU = 1420
                        PrivateKey = yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=

                        [Peer]
                        PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
                        PresharedKey = FpCyhws9cxwWoV4xELtfJvjJN+zQVRPISllRWgeopVE=
                        AllowedIPs = 0.0.0.0/0, ::/0
                        Endpoint = [2001:db8::1]:51820
                        PersistentKeepalive = 25
                        """);
    }

    /// Two thousand configs drawn at random, the same ones in every run.
    @Test
    void whatIsWritten_isReadBackAsItWas() {
        var draw = new Draw(new Random(51_820));
        for (int round = 0; round < 2_000; round++) {
            var config = draw.config();
            assertThat(ConfigParser.parse(ConfigRenderer.render(config))).isEqualTo(new ConfigResult.Parsed(config));
        }
    }

    /// Draws configs that the parser must accept.
    private record Draw(Random random) {
        Config config() {
            return new Config(local(), some(1, 4, this::peer));
        }

        private Interface local() {
            return new Interface(
                    maybe(() -> PrivateKey.of(bytes(32))),
                    some(0, 3, this::host),
                    some(0, 3, this::harmless),
                    some(0, 2, this::name),
                    maybe(() -> 1280 + random.nextInt(64_000)),
                    maybe(() -> 1 + random.nextInt(65_535)));
        }

        private Peer peer() {
            return new Peer(
                    PublicKey.of(bytes(32)),
                    maybe(() -> PresharedKey.of(bytes(32))),
                    some(0, 5, this::host),
                    maybe(() -> new Endpoint(
                            random.nextBoolean() ? name() : IpLiteral.format(harmless()), 1 + random.nextInt(65_535))),
                    maybe(() -> 1 + random.nextInt(65_535)));
        }

        private IpNetwork host() {
            var address = harmless();
            return new IpNetwork(address, random.nextInt(8 * address.getAddress().length + 1));
        }

        private InetAddress harmless() {
            return Stream.generate(() -> IpLiteral.address(sparse(random.nextBoolean() ? 4 : 16)))
                    .filter(address -> !SpecialAddress.isForbiddenTarget(address))
                    .findFirst()
                    .orElseThrow();
        }

        /// Bytes with runs of zeros, which is where spellings of IPv6 differ.
        private byte[] sparse(int length) {
            var bytes = bytes(length);
            for (int i = 0; i < length / 2; i++) {
                if (random.nextInt(3) > 0) {
                    bytes[2 * i] = 0;
                    bytes[2 * i + 1] = 0;
                }
            }
            return bytes;
        }

        private String name() {
            return "gw" + random.nextInt(100) + ".example" + random.nextInt(10) + ".org";
        }

        private byte[] bytes(int length) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        }

        private <T> Optional<T> maybe(Supplier<T> value) {
            return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
        }

        private <T> List<T> some(int least, int most, Supplier<T> value) {
            var list = new ArrayList<T>();
            for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
                list.add(value.get());
            }
            return list;
        }
    }
}
