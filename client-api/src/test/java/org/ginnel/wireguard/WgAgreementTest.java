// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The parser beside the real `wg`: what we accept, `wg` accepts and understands in the same way; what only `wg`
/// accepts is listed here, with the reason.
class WgAgreementTest {
    private static final String KEY = Fixtures.SERVER.base64();
    private static final String HOSTS = """
            203.0.113.6 vpn.example.org gw_1.example.org
            127.0.0.1 localhost
            """;

    /// Accepted by both.
    private static final List<String> BOTH = List.of(
            own("PrivateKey = " + Fixtures.OWN.base64()),
            own("privatekey=yAnz5TF+lXXJte14 tji3zlMNq+hd2rYUIgJBgB3fBmk="),
            own("ListenPort = 1"),
            own("ListenPort = 0"),
            own("ListenPort = 0065535"),
            own("ListenPort = 5 # comment"),
            peer(""),
            peer("PresharedKey = " + Fixtures.SHARED.base64()),
            peer("PersistentKeepalive = off"),
            peer("PersistentKeepalive = OFF"),
            peer("PersistentKeepalive = 0"),
            peer("PersistentKeepalive = 65535"),
            peer("PersistentKeepalive = 00025"),
            peer("Endpoint = 203.0.113.6:51820"),
            peer("Endpoint = vpn.example.org:1"),
            peer("Endpoint = VPN.example.org:1"),
            peer("Endpoint = gw_1.example.org:65535"),
            peer("Endpoint = [2001:db8::1]:51820"),
            peer("Endpoint = [ 2001:DB8:0::1 ] : 51820"),
            peer("Endpoint = 2001:db8::1:51820"),
            peer("Endpoint = [::ffff:203.0.113.6]:51820"),
            peer("AllowedIPs = 0.0.0.0/0, ::/0"),
            peer("AllowedIPs = 10.0.0.1/8"),
            peer("AllowedIPs = 10.0.0.1"),
            peer("AllowedIPs = fd00::1"),
            peer("AllowedIPs = 10.0.0.1/0024"),
            peer("AllowedIPs = 10.0.0.0/8\nAllowedIPs = 10.1.0.0/16"),
            peer("AllowedIPs = ::ffff:1.2.3.4/120"),
            peer("AllowedIPs = 127.0.0.1/32, ff02::/16"),
            peer("allowedips=1:2:3:4:5:6:7::/128"),
            peer("\r\nEndpoint = 203.0.113.6:51820\r\n"),
            "[Peer]\nPublicKey=" + KEY + "\n[ Inter face ]\n");

    /// Refused by both.
    private static final List<String> NEITHER = List.of(
            own("PrivateKey = "),
            own("PrivateKey = yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBml="),
            own("PrivateKey = yAnz5TF-lXXJte14tji3zlMNq_hd2rYUIgJBgB3fBmk="),
            own("PrivateKey = c809f3e5317e9575c9b5ed78b638b7ce530dabe85ddab614220241801ddf0669"),
            own("ListenPort ="),
            own("ListenPort = -1"),
            own("ListenPort = 1,2"),
            own("PublicKey = " + KEY),
            own("; comment"),
            own("Nonsense = 1"),
            peer("PresharedKey ="),
            peer("PersistentKeepalive ="),
            peer("PersistentKeepalive = -1"),
            peer("PersistentKeepalive = 65536"),
            peer("PersistentKeepalive = 25s"),
            peer("PersistentKeepalive = on"),
            peer("Endpoint ="),
            peer("Endpoint = :51820"),
            peer("Endpoint = 203.0.113.6"),
            peer("Endpoint = 203.0.113.6:"),
            peer("Endpoint = [2001:db8::1]"),
            peer("Endpoint = [2001:db8::1]51820"),
            peer("Endpoint = 203.0.113.256:1"),
            peer("Endpoint = 2001:db8:0:0:0:0:0:1"),
            peer("AllowedIPs ="),
            peer("AllowedIPs = 10.0.0.0/33"),
            peer("AllowedIPs = ::/129"),
            peer("AllowedIPs = 10.0.0.0/"),
            peer("AllowedIPs = 10.0.0.0/-5"),
            peer("AllowedIPs = 10.0.0.0/255.0.0.0"),
            peer("AllowedIPs = 10.0.0.0/8,"),
            peer("AllowedIPs = 10.0.0"),
            peer("AllowedIPs = 010.0.0.0/8"),
            peer("AllowedIPs = fe80::1%lo/128"),
            peer("AllowedIPs = vpn.example.org"),
            peer("AllowedIPs = 1:2:3:4::5:6:7:8"),
            "[Interface]\n[Peer]\n",
            "[Interface]\n[Peer]\nPublicKey = AAAA\n",
            "ListenPort = 1\n[Interface]\n" + peer(""),
            "[Interface]\n[Nonsense]\n" + peer(""));

    /// Accepted by `wg` alone: what may harm, or cannot be meant.
    private static final List<String> ONLY_WG = List.of(
            own("FwMark = 0xca6c"), // would let marked packets around our routing rules
            own("ListenPort = 65536"), // the C library takes it for 0
            own("ListenPort = domain"), // a service name
            own("ListenPort = 1\nListenPort = 2"), // the last one wins, unseen
            peer("Endpoint = 203.0.113.6:65537"), // the C library takes it for 1
            peer("Endpoint = 203.0.113.6:0"), // nothing can be there
            peer("Endpoint = 203.0.113.6:domain"), // a service name
            peer("Endpoint = 127.0.0.1:51820"), // this machine
            peer("Endpoint = 127.1:51820"), // this machine, in a spelling that hides it
            peer("Endpoint = 2130706433:51820"), // the same
            peer("Endpoint = 0x7f.1:51820"), // the same
            peer("Endpoint = localhost:51820"), // the same
            peer("Endpoint = [::ffff:127.0.0.1]:51820"), // the same
            peer("Endpoint = 169.254.169.254:80"), // a cloud's metadata service
            peer("Endpoint = 224.0.0.1:51820"), // a multicast group
            peer("Endpoint = 0.0.0.0:51820"), // this machine, on Linux
            peer("Endpoint = [203.0.113.6]:51820"), // brackets are for IPv6
            peer("PublicKey = " + KEY), // twice in one section
            peer("[Peer]\nPublicKey = " + KEY), // two peers that WireGuard takes for one
            "[Interface]\n[Interface]\n" + peer(""),
            "[Interface]\n", // a tunnel to nobody
            "");

    @BeforeAll
    static void needsTheRealOne() {
        RealWg.assumeItIsHere();
    }

    @Test
    void whatIsValid_isWhatWgCallsValid(@TempDir Path scratch) throws IOException {
        var texts = new ArrayList<String>();
        List.of(BOTH, NEITHER, ONLY_WG).forEach(texts::addAll);
        var verdicts = RealWg.judge(scratch, texts, HOSTS);
        var surprises = new ArrayList<String>();
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var verdict = verdicts.get(i);
            if (verdict.accepted() == NEITHER.contains(text)) {
                surprises.add("wg: " + verdict + " for " + text);
            }
            if (accepts(text) != BOTH.contains(text)) {
                surprises.add("we: " + accepts(text) + " for " + text);
            }
        }
        assertThat(surprises).isEmpty();
    }

    @Test
    void whatIsUnderstood_isWhatTheDeviceHolds(@TempDir Path scratch) throws IOException {
        var texts = BOTH.stream().filter(text -> !text.contains("example.org")).toList();
        var verdicts = RealWg.judge(scratch, texts, HOSTS);
        for (int i = 0; i < texts.size(); i++) {
            var ours = peerOf(texts.get(i));
            var theirs = peerOf(verdicts.get(i).shown().orElseThrow());
            assertThat(new HashSet<>(theirs.allowedIps())).isEqualTo(new HashSet<>(ours.allowedIps()));
            assertThat(theirs)
                    .usingRecursiveComparison()
                    .ignoringFields("allowedIps")
                    .isEqualTo(ours);
        }
    }

    /// Damaged values: where we accept one, so does `wg`; for keys, networks and keepalives the other way round, too.
    @Test
    void damagedValues_areJudgedAsWgJudgesThem(@TempDir Path scratch) throws IOException {
        var random = new Random(25_519);
        var damage = new Damage(random);
        var texts = new ArrayList<String>();
        for (int round = 0; round < 60; round++) {
            texts.add(own("PrivateKey = " + damage.apply(Fixtures.OWN.base64())));
            texts.add(peer("PersistentKeepalive = " + damage.apply("21025")));
            texts.add(peer("AllowedIPs = " + damage.apply("110.0.32.1/16")));
            texts.add(peer("AllowedIPs = " + damage.apply("2001:db8::1:1/64")));
            texts.add(peer("AllowedIPs = " + damage.apply("::ffff:1.2.3.4/99")));
            texts.add(peer("Endpoint = " + damage.apply("[2001:db8::1]:5182")));
            texts.add(peer("Endpoint = " + damage.apply("203.0.113.6:5182")));
        }
        var verdicts = RealWg.judge(scratch, texts, HOSTS);
        var surprises = new ArrayList<String>();
        var accepted = 0;
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var ours = accepts(text);
            accepted += ours ? 1 : 0;
            if (comparable(text, ours) && ours != verdicts.get(i).accepted()) {
                surprises.add(verdicts.get(i) + " for " + text);
            }
        }
        assertThat(surprises).isEmpty();
        assertThat(accepted).isBetween(texts.size() / 10, texts.size() * 9 / 10);
    }

    /// Of endpoints we refuse more than `wg`, and names that damage made do not resolve here.
    private static boolean comparable(String text, boolean accepted) {
        return !text.contains("Endpoint")
                || (accepted
                        && peerOf(text).endpoint().flatMap(Endpoint::address).isPresent());
    }

    private static boolean accepts(String text) {
        return ConfigParser.parse(text) instanceof ConfigResult.Parsed;
    }

    @Test
    void publicKeys_areThoseOfWgPubkey() throws IOException {
        var random = new Random(7748);
        for (int round = 0; round < 20; round++) {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            var key = PrivateKey.of(bytes);

            assertThat(key.publicKey().base64() + "\n").isEqualTo(RealWg.run(key.base64() + "\n", "wg", "pubkey"));
        }
    }

    private static Peer peerOf(String text) {
        return switch (ConfigParser.parse(text)) {
            case ConfigResult.Parsed(var config) -> config.peers().getFirst();
            case ConfigResult.Refused(var problems) -> throw new AssertionError(problems + " in " + text);
        };
    }

    private static String own(String line) {
        return "[Interface]\n" + line + "\n" + "[Peer]\nPublicKey = " + KEY + "\n";
    }

    private static String peer(String lines) {
        return own("") + lines + "\n";
    }

    /// Replaces, removes or repeats one or two characters.
    private record Damage(Random random) implements Function<String, String> {
        @Override
        public String apply(String text) {
            var damaged = new StringBuilder(text);
            for (int i = random.nextInt(2); i >= 0; i--) {
                var at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, "0123456789abcdefF:./-+=[] ,%".charAt(random.nextInt(28)));
                    case 1 -> damaged.deleteCharAt(at);
                    default -> damaged.insert(at, damaged.charAt(at));
                }
            }
            return damaged.toString();
        }
    }
}
