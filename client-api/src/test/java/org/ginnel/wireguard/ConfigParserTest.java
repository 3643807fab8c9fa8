// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.ginnel.wireguard.ConfigProblem.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigParserTest {
    private static final String EXPECT = "# expect: ";

    /// Each fixture lists in comments what is wrong with it: line, key, reason. All of it is reported, nothing else.
    @ParameterizedTest
    @EnumSource
    void everyReason_isReportedWithItsPlace(Reason reason) {
        var text = fixture("refused/" + reason + ".conf");
        var expected = text.lines()
                .filter(line -> line.startsWith(EXPECT))
                .map(line -> line.substring(EXPECT.length()).replace(" - ", "  "))
                .toList();

        assertThat(problems(ConfigParser.parse(text)).stream().map(p -> p.line() + " " + p.key() + " " + p.reason()))
                .containsExactlyElementsOf(expected)
                .anyMatch(line -> line.endsWith(reason.toString()));
    }

    @Test
    void theLegacyConfig_isUnderstood() {
        var config = parsed(ConfigParser.parseClient(fixture("accepted/legacy.conf")));

        assertThat(config.local().privateKey()).contains(Fixtures.OWN);
        assertThat(config.local().addresses())
                .containsExactly(Fixtures.network("10.7.0.2/24"), Fixtures.network("fddd:2c4:2c4:2c4::2/64"));
        assertThat(config.local().dns()).map(IpLiteral::format).containsExactly("8.8.8.8", "8.8.4.4");
        assertThat(config.peers())
                .containsExactly(new Peer(
                        Fixtures.SERVER,
                        Optional.of(Fixtures.SHARED),
                        List.of(Fixtures.network("0.0.0.0/0"), Fixtures.network("::/0")),
                        Optional.of(new Endpoint("vpn.example.org", 51820)),
                        Optional.of(25)));
    }

    @Test
    void crLfLineEnds_changeNothing() {
        var text = fixture("accepted/legacy.conf");

        assertThat(ConfigParser.parse(text.replace("\n", "\r\n"))).isEqualTo(ConfigParser.parse(text));
        assertThat(ConfigParser.parse("\ufeff" + text)).isEqualTo(ConfigParser.parse(text));
        assertThat(ConfigParser.parse(text)).isInstanceOf(ConfigResult.Parsed.class);
    }

    @Test
    void spacingAndCase_areReadAsWgReadsThem() {
        var config = parsed(ConfigParser.parseClient(fixture("accepted/untidy.conf")));

        assertThat(config.local())
                .isEqualTo(new Interface(
                        Optional.of(Fixtures.OWN),
                        List.of(
                                Fixtures.network("10.7.0.2/24"),
                                Fixtures.network("fddd:2c4:2c4:2c4::2/64"),
                                Fixtures.network("10.8.0.2/32")),
                        List.of(
                                IpLiteral.parse("8.8.8.8").orElseThrow(),
                                IpLiteral.parse("8.8.4.4").orElseThrow()),
                        List.of("corp.example"),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(config.peers())
                .containsExactly(new Peer(
                        Fixtures.SERVER,
                        Optional.empty(),
                        List.of(
                                Fixtures.network("0.0.0.0/0"),
                                Fixtures.network("::/0"),
                                Fixtures.network("10.0.0.0/8")),
                        Optional.of(new Endpoint("2001:db8::1", 51820)),
                        Optional.empty()));
    }

    @Test
    void aConfigToConnectWith_needsAddressAndEndpointAndAllowedIps() {
        var text = fixture("accepted/minimal.conf");

        assertThat(ConfigParser.parse(text)).isInstanceOf(ConfigResult.Parsed.class);
        assertThat(problems(ConfigParser.parseClient(text)))
                .containsExactly(
                        new ConfigProblem(1, "AllowedIPs", Reason.MISSING_KEY),
                        new ConfigProblem(1, "Endpoint", Reason.MISSING_KEY),
                        new ConfigProblem(3, "Address", Reason.MISSING_KEY));
    }

    @Test
    void anMtuTooSmallForIpv6_isRefusedWhereIpv6IsUsed() {
        var head = "[Interface]\nMTU = 1279\nAddress = ";
        var tail = "\n[Peer]\nPublicKey = " + Fixtures.SERVER.base64() + "\n";

        assertThat(ConfigParser.parse(head + "10.7.0.2/24" + tail)).isInstanceOf(ConfigResult.Parsed.class);
        assertThat(problems(ConfigParser.parse(head + "fd00::2/64" + tail)))
                .containsExactly(new ConfigProblem(2, "MTU", Reason.BAD_NUMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PostUp\u0000 = x", "\u212aey = x", "PostUp\u00a0= x", "\u001b[31m = x", "P\u2028ostUp = x"})
    void whatIsNotPrintableAscii_isNoSetting(String line) {
        assertThat(problems(ConfigParser.parse(
                        "[Interface]\n" + line + "\n[Peer]\nPublicKey = " + Fixtures.SERVER.base64())))
                .containsExactly(new ConfigProblem(2, "Interface", Reason.NOT_A_SETTING));
    }

    @Test
    void problems_areBoundedAndPrintable() {
        var problems = problems(ConfigParser.parse(
                "[Interface]\n" + "\u001b=\n".repeat(5_000) + ("k".repeat(100) + " = 1\n").repeat(100)));

        assertThat(problems).hasSize(Problems.MOST);
        assertThat(problems)
                .allMatch(p -> p.key().length() <= 32 && p.key().chars().allMatch(c -> c > ' ' && c < 127));
    }

    @Test
    void anUnknownKey_isNamedInAtMost32Characters() {
        var text = "[Interface]\n" + "k".repeat(100) + " = 1\n[Peer]\nPublicKey = " + Fixtures.SERVER.base64();

        assertThat(problems(ConfigParser.parse(text)))
                .containsExactly(new ConfigProblem(2, "k".repeat(32), Reason.UNKNOWN_KEY));
    }

    @Test
    void aTextOverTheLimitInBytes_isRefusedThoughItsCharactersAreFew() {
        var text = fixture("accepted/minimal.conf") + "#" + "\u20ac".repeat(ConfigParser.MAX_BYTES / 3);

        assertThat(problems(ConfigParser.parse(text))).containsExactly(new ConfigProblem(0, "", Reason.TOO_LARGE));
    }

    /// Whatever is done to a config, it is understood or refused with a reason; nothing is thrown.
    @Test
    void damagedConfigs_areNeverMoreThanRefused() {
        var random = new Random(20_261_121);
        var text = fixture("accepted/untidy.conf");
        var refused = 0;
        for (int round = 0; round < 20_000; round++) {
            var damaged = new StringBuilder(text);
            for (int i = random.nextInt(4); i >= 0; i--) {
                var at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
                    case 1 -> damaged.deleteCharAt(at);
                    default -> damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + 9)));
                }
            }
            refused += ConfigParser.parseClient(damaged.toString()) instanceof ConfigResult.Refused ? 1 : 0;
        }
        assertThat(refused).isBetween(5_000, 19_999);
    }

    private static List<ConfigProblem> problems(ConfigResult result) {
        return switch (result) {
            case ConfigResult.Refused(var problems) -> problems;
            case ConfigResult.Parsed(var config) -> throw new AssertionError("accepted: " + config);
        };
    }

    private static Config parsed(ConfigResult result) {
        return switch (result) {
            case ConfigResult.Parsed(var config) -> config;
            case ConfigResult.Refused(var problems) -> throw new AssertionError("refused: " + problems);
        };
    }

    private static String fixture(String name) {
        try (InputStream in = ConfigParserTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
