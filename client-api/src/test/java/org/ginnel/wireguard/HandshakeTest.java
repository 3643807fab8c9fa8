// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Against a responder that is written here after the paper; `HandshakeSweepNamespaceTest` has it answered by
/// `wireguard-go`.
class HandshakeTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00.123456789Z");
    private static final PrivateKey SERVER = PrivateKey.generate(RANDOM);
    private static final PrivateKey CLIENT = PrivateKey.generate(RANDOM);
    private static final PresharedKey SECRET = PresharedKey.generate(RANDOM);

    private static Handshake handshake(Optional<PresharedKey> secret) {
        return Handshake.begin(CLIENT, SERVER.publicKey(), secret, NOW, RANDOM);
    }

    /// What a server makes of an initiation.
    private record Heard(PublicKey client, long seconds, int nanos, ByteBuffer answer) {
        byte[] response() {
            var bytes = new byte[answer.remaining()];
            answer.duplicate().get(bytes);
            return bytes;
        }
    }

    private static Heard respond(byte[] initiation, PrivateKey server, byte[] secret) {
        var in = ByteBuffer.wrap(initiation).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(in.getInt()).isEqualTo(1);
        var sender = in.getInt();
        var ephemeral = new byte[32];
        var sealedKey = new byte[48];
        var sealedTime = new byte[28];
        in.get(ephemeral).get(sealedKey).get(sealedTime);
        var chain = Noise.hash(Noise.text("Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s"));
        var said = Noise.hash(
                Noise.hash(chain, Noise.text("WireGuard v1 zx2c4 Jason@zx2c4.com")),
                server.publicKey().bytes());
        chain = Noise.kdf(1, chain, ephemeral)[0];
        said = Noise.hash(said, ephemeral);
        var keys = Noise.kdf(2, chain, Noise.agree(server.bytes(), ephemeral));
        var client = Noise.open(keys[1], sealedKey, said).orElseThrow();
        said = Noise.hash(said, sealedKey);
        keys = Noise.kdf(2, keys[0], Noise.agree(server.bytes(), client));
        var timestamp = Noise.open(keys[1], sealedTime, said).orElseThrow();
        said = Noise.hash(said, sealedTime);

        var own = PrivateKey.generate(RANDOM);
        var ours = own.publicKey().bytes();
        chain = Noise.kdf(1, keys[0], ours)[0];
        said = Noise.hash(said, ours);
        chain = Noise.kdf(1, chain, Noise.agree(own.bytes(), ephemeral))[0];
        chain = Noise.kdf(1, chain, Noise.agree(own.bytes(), client))[0];
        var last = Noise.kdf(3, chain, secret);
        said = Noise.hash(said, last[1]);
        var out = ByteBuffer.allocate(92).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(2).putInt(77).putInt(sender).put(ours).put(Noise.seal(last[2], new byte[0], said));
        out.put(Noise.mac(Noise.hash(Noise.text("mac1----"), client), out.array(), 60));
        var time = ByteBuffer.wrap(timestamp);
        return new Heard(PublicKey.of(client), time.getLong(), time.getInt(), out.rewind());
    }

    @Test
    void theServer_learnsWhoAsksAndWhen_andItsAnswerCounts() {
        var handshake = handshake(Optional.of(SECRET));
        var message = handshake.initiation();

        var heard = respond(message, SERVER, SECRET.bytes());

        assertThat(message).hasSize(Handshake.INITIATION_BYTES);
        assertThat(heard.client()).isEqualTo(CLIENT.publicKey());
        assertThat(heard.seconds()).isEqualTo((1L << 62) + 10 + NOW.getEpochSecond());
        assertThat(heard.nanos()).isLessThanOrEqualTo(NOW.getNano()).isGreaterThan(NOW.getNano() - (1 << 24));
        assertThat(heard.nanos() % (1 << 24)).isZero();
        assertThat(handshake.isAnsweredBy(heard.response())).isTrue();
    }

    @Test
    void withoutAPresharedKey_zerosStandForIt() {
        var handshake = handshake(Optional.empty());

        assertThat(handshake.isAnsweredBy(
                        respond(handshake.initiation(), SERVER, new byte[32]).response()))
                .isTrue();
    }

    @Test
    void anAnswerThatIsAnotherInASingleBit_countsNothing() {
        var handshake = handshake(Optional.of(SECRET));
        var response = respond(handshake.initiation(), SERVER, SECRET.bytes()).response();

        for (var i = 0; i < response.length; i++) {
            var isCovered = (i < 4 || i >= 8) && i < 76;
            var other = response.clone();
            other[i] ^= 1;
            if (isCovered) {
                assertThat(handshake.isAnsweredBy(other)).as("byte " + i).isFalse();
            }
        }
    }

    @Test
    void whatSomebodyElseSays_countsNothing() {
        var handshake = handshake(Optional.of(SECRET));
        var another = handshake(Optional.of(SECRET));

        assertThat(handshake.isAnsweredBy(
                        respond(another.initiation(), SERVER, SECRET.bytes()).response()))
                .isFalse();
        assertThat(handshake.isAnsweredBy(
                        respond(handshake.initiation(), SERVER, new byte[32]).response()))
                .as("without our secret")
                .isFalse();
        for (var length : new int[] {0, 3, 4, 63, 64, 91, 92, 93, 148, 65_507}) {
            assertThat(handshake.isAnsweredBy(new byte[length]))
                    .as(length + " bytes")
                    .isFalse();
        }
    }

    @Test
    void aCookieReply_isAnAnswer_whenItNamesOurIndex() {
        var handshake = handshake(Optional.empty());
        var index = Arrays.copyOfRange(handshake.initiation(), 4, 8);
        var reply = new byte[64];
        reply[0] = 3;
        System.arraycopy(index, 0, reply, 4, 4);

        assertThat(handshake.isAnsweredBy(reply)).isTrue();
        reply[4] ^= 1;
        assertThat(handshake.isAnsweredBy(reply)).isFalse();
    }

    @Test
    void print_tellsNoKey() {
        var text = handshake(Optional.of(SECRET)).toString();

        assertThat(text).matches("Handshake\\[[0-9a-f]{1,8}]");
    }
}
