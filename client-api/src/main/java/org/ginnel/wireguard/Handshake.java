// SPDX-License-Identifier: Apache-2.0
package org.ginnel.wireguard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// One handshake of WireGuard as who begins it sees it: Noise_IKpsk2 with Curve25519, ChaCha20-Poly1305 and BLAKE2s
/// (https://www.wireguard.com/papers/wireguard.pdf, section 5.4). It leads to no tunnel: it tells whether a server
/// lives
/// and knows us, and how far away it is. Used once, by one thread. Prints without secrets.
///
/// Who shakes hands so and then connects with the same key has to leave some 20 ms between: a server takes no second
/// initiation within that time, and none whose timestamp is not newer.
public final class Handshake {
    /// Of [#initiation()].
    public static final int INITIATION_BYTES = 148;

    /// The longest message that a server answers it with.
    public static final int LONGEST_ANSWER_BYTES = 92;

    private static final int INITIATION = 1;
    private static final int RESPONSE = 2;
    private static final int COOKIE_REPLY = 3;
    private static final int COOKIE_REPLY_BYTES = 64;
    private static final int BEFORE_FIRST_MAC = 116;
    private static final int BEFORE_ITS_FIRST_MAC = 60;
    private static final int MAC_BYTES = 16;
    private static final byte[] CONSTRUCTION = Noise.text("Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s");
    private static final byte[] IDENTIFIER = Noise.text("WireGuard v1 zx2c4 Jason@zx2c4.com");
    private static final byte[] LABEL_MAC1 = Noise.text("mac1----");

    /// 1970 in TAI64: https://cr.yp.to/libtai/tai64.html.
    private static final long EPOCH = (1L << 62) + 10;

    /// As `wireguard-go` rounds them, so that nobody learns our clock to the nanosecond.
    private static final int ROUNDED_TO_NANOS = 1 << 24;

    private final PrivateKey own;
    private final byte[] presharedKey;
    private final PrivateKey ephemeral;
    private final int index;
    private final byte[] message;
    private byte[] chain;
    private byte[] transcript;

    private Handshake(
            PrivateKey own,
            PublicKey server,
            Optional<PresharedKey> presharedKey,
            PrivateKey ephemeral,
            int index,
            Instant now) {
        this.own = own;
        this.presharedKey = presharedKey.map(PresharedKey::bytes).orElseGet(() -> new byte[Noise.KEY_BYTES]);
        this.ephemeral = ephemeral;
        this.index = index;
        this.chain = Noise.hash(CONSTRUCTION);
        this.transcript = Noise.hash(Noise.hash(chain, IDENTIFIER), server.bytes());
        this.message = begin(server.bytes(), now);
    }

    /// A new one.
    ///
    /// @param own a key that the server knows
    /// @param server its key
    /// @param presharedKey that both have, if they have one
    /// @param now newer than that of any handshake with this key at this server before
    public static Handshake begin(
            PrivateKey own, PublicKey server, Optional<PresharedKey> presharedKey, Instant now, SecureRandom random) {
        return new Handshake(own, server, presharedKey, PrivateKey.generate(random), random.nextInt(), now);
    }

    private byte[] begin(byte[] server, Instant now) {
        var out = ByteBuffer.allocate(INITIATION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(INITIATION).putInt(index);
        var ours = ephemeral.publicKey().bytes();
        out.put(ours);
        chain = Noise.kdf(1, chain, ours)[0];
        mix(ours);
        out.put(sealed(Noise.agree(ephemeral.bytes(), server), own.publicKey().bytes()));
        out.put(sealed(Noise.agree(own.bytes(), server), timestamp(now)));
        out.put(Noise.mac(Noise.hash(LABEL_MAC1, server), out.array(), BEFORE_FIRST_MAC));
        return out.array();
    }

    private byte[] sealed(byte[] agreed, byte[] plain) {
        var keys = Noise.kdf(2, chain, agreed);
        chain = keys[0];
        var sealed = Noise.seal(keys[1], plain, transcript);
        mix(sealed);
        return sealed;
    }

    private void mix(byte[] said) {
        transcript = Noise.hash(transcript, said);
    }

    /// TAI64N.
    private static byte[] timestamp(Instant now) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(EPOCH + now.getEpochSecond())
                .putInt(now.getNano() / ROUNDED_TO_NANOS * ROUNDED_TO_NANOS)
                .array();
    }

    /// What to send to the server: [#INITIATION_BYTES] bytes.
    public byte[] initiation() {
        return message.clone();
    }

    /// Whether that is the server's answer to this very initiation: its response, sealed with keys that only it has,
    /// or its cookie reply, by which a server under load says that it lives. The latter is told by our random index
    /// only.
    public boolean isAnsweredBy(byte[] answer) {
        if (answer.length < COOKIE_REPLY_BYTES) {
            return false;
        }
        var in = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        return switch (in.getInt()) {
            case COOKIE_REPLY -> answer.length == COOKIE_REPLY_BYTES && in.getInt() == index;
            case RESPONSE -> answer.length == LONGEST_ANSWER_BYTES && isResponse(answer);
            default -> false;
        };
    }

    private boolean isResponse(byte[] answer) {
        var in = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        var theirs = new byte[Noise.KEY_BYTES];
        var sealed = new byte[Noise.TAG_BYTES];
        var mac = new byte[MAC_BYTES];
        in.getInt();
        in.getInt();
        var to = in.getInt();
        in.get(theirs).get(sealed).get(mac);
        var first = Noise.mac(Noise.hash(LABEL_MAC1, own.publicKey().bytes()), answer, BEFORE_ITS_FIRST_MAC);
        return to == index && MessageDigest.isEqual(mac, first) && isSealedByServer(theirs, sealed);
    }

    private boolean isSealedByServer(byte[] theirs, byte[] sealed) {
        var key = Noise.kdf(1, chain, theirs)[0];
        key = Noise.kdf(1, key, Noise.agree(ephemeral.bytes(), theirs))[0];
        key = Noise.kdf(1, key, Noise.agree(own.bytes(), theirs))[0];
        var keys = Noise.kdf(3, key, presharedKey);
        var said = Noise.hash(Noise.hash(transcript, theirs), keys[1]);
        return Noise.open(keys[2], sealed, said).isPresent();
    }

    @Override
    public String toString() {
        return "Handshake[" + Integer.toHexString(Arrays.hashCode(message)) + "]";
    }
}
