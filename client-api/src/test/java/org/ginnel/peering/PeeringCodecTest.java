// SPDX-License-Identifier: Apache-2.0
package org.ginnel.peering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.Peer;
import org.ginnel.wireguard.PresharedKey;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeeringCodecTest {
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final PeeringCodec codec = new PeeringCodec();

    @Test
    void state_writtenAndRead_isEqual() throws MalformedPeeringException {
        var peers = new PeerSet(List.of(peer(2, "10.7.0.3/32", "fddd::3/128"), peer(1, "10.7.0.2/32")));
        var state = new DesiredState(7, LEASE, 51820, List.of(network("10.7.0.1/24")), peers);

        var read = codec.decodeDesired(codec.encode(state).getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(state);
        assertThat(((DesiredState) read).peers().hash()).isEqualTo(state.peers().hash());
    }

    @Test
    void change_writtenAndRead_isEqual_andLeadsFromOneStateToTheOther() throws MalformedPeeringException {
        var before = new PeerSet(List.of(peer(1, "10.7.0.2/32"), peer(2, "10.7.0.3/32")));
        var after = new PeerSet(List.of(peer(2, "10.7.0.9/32"), peer(3, "10.7.0.4/32")));
        var put = new PeerSet(List.of(peer(2, "10.7.0.9/32"), peer(3, "10.7.0.4/32")));
        var change = new DesiredChange(7, 9, LEASE, 51820, List.of(network("10.7.0.1/24")), put, List.of(key(1)));

        assertThat(codec.decodeDesired(codec.encode(change).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(change);
        assertThat(change.after(before)).isEqualTo(after);
    }

    @Test
    void hash_thatFollowsChanges_isThatOfTheSet() {
        var peers = List.of(peer(1, "10.7.0.2/32"), peer(2, "10.7.0.3/32"), peer(3, "fddd::4/128"));
        var followed = PeerHash.EMPTY
                .plus(peers.get(2))
                .plus(peers.get(0))
                .plus(peers.get(1))
                .minus(peers.get(2));

        assertThat(followed.text()).isEqualTo(new PeerSet(peers.subList(0, 2)).hash());
        assertThat(PeerHash.EMPTY.plus(peers.get(2)).plus(followed).text()).isEqualTo(new PeerSet(peers).hash());
        assertThat(new PeerSet(List.of()).hash()).isEqualTo("0".repeat(64));
    }

    @Test
    void state_ofTwoPeers_looksLikeThis() {
        var state = new DesiredState(
                3, LEASE, 51820, List.of(network("10.7.0.1/24")), new PeerSet(List.of(peer(1, "10.7.0.2"))));

        assertThat(codec.encode(state))
                .isEqualTo(
                        "{\"revision\":3,\"lease_s\":60,\"interface\":{\"port\":51820,\"addresses\":[\"10.7.0.1/24\"]},"
                                + "\"peers\":[{\"public_key\":\"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\","
                                + "\"preshared_key\":\"ZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWVlZWU=\","
                                + "\"allowed_ips\":[\"10.7.0.2/32\"]}]}");
    }

    @Test
    void report_writtenAndRead_isEqual() throws MalformedPeeringException {
        var report = new AppliedReport(9, 1, "ab".repeat(32), 3, Optional.of(key(5)));

        assertThat(codec.decodeReport(codec.encode(report).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(report);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"revision\":-1,\"peers\":0,\"hash\":\"x\"}",
                "{\"revision\":1e3,\"peers\":0,\"hash\":\"x\"}",
                "{\"revision\":99999999999999999999,\"peers\":0,\"hash\":\"x\"}",
                "{\"revision\":1,\"peers\":4294967297,\"hash\":\"x\"}",
                "{\"revision\":1,\"peers\":0,\"hash\":\"ABCD\"}",
                "{\"revision\":1,\"revision\":2,\"peers\":0,\"hash\":\"x\"}",
                "{\"revision\":1,\"peers\":0,\"hash\":[[[[[[[[[[[[]]]]]]]]]]]]}",
            })
    void report_thatIsMalformed_isRefused(String text) {
        assertThatThrownBy(() -> codec.decodeReport(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedPeeringException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"public_key\":\"short\",\"allowed_ips\":[]}",
                "{\"public_key\":\"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\"}",
                "{\"public_key\":\"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\",\"allowed_ips\":[\"evil.example\"]}",
                "{\"public_key\":\"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\",\"preshared_key\":7,\"allowed_ips\":[]}",
            })
    void state_withAMalformedPeer_isRefused(String peer) {
        var text =
                "{\"revision\":1,\"lease_s\":60,\"interface\":{\"port\":1,\"addresses\":[]},\"peers\":[" + peer + "]}";

        assertThatThrownBy(() -> codec.decodeDesired(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedPeeringException.class);
    }

    @Test
    void peers_inAnyOrderAndSpelling_haveTheSameHash() {
        var one = new PeerSet(List.of(peer(1, "10.7.0.2/24", "fddd:0:0::2"), peer(2, "10.7.1.0/24")));
        var other = new PeerSet(List.of(peer(2, "10.7.1.9/24"), peer(1, "fddd::2/128", "10.7.0.99/24")));

        assertThat(one).isEqualTo(other);
        assertThat(one.hash()).isEqualTo(other.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void peers_withAnotherPresharedKeyOrNetwork_haveAnotherHash() {
        var one = peer(1, "10.7.0.2");
        var bare = new Peer(one.publicKey(), Optional.empty(), one.allowedIps(), Optional.empty(), Optional.empty());

        assertThat(List.of(one, bare, peer(1, "10.7.0.3"), peer(2, "10.7.0.2")))
                .extracting(peer -> new PeerSet(List.of(peer)).hash())
                .doesNotHaveDuplicates();
    }

    @Test
    void peers_thatShareAKeyOrANetwork_areRefused() {
        assertThatThrownBy(() -> new PeerSet(List.of(peer(1, "10.7.0.2"), peer(1, "10.7.0.3"))))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> new PeerSet(List.of(peer(1, "10.7.0.2"), peer(2, "10.7.0.2"))))
                .hasMessageContaining("two peers");
    }

    private static Peer peer(int seed, String... networks) {
        return new Peer(
                key(seed),
                Optional.of(PresharedKey.of(filled(seed + 100))),
                Arrays.stream(networks).map(PeeringCodecTest::network).toList(),
                Optional.empty(),
                Optional.empty());
    }

    private static IpNetwork network(String text) {
        return IpNetwork.parse(text).orElseThrow();
    }

    private static PublicKey key(int seed) {
        return PublicKey.of(filled(seed));
    }

    private static byte[] filled(int value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
