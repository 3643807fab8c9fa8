// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ginnel.update.UpdateJudge.Judgement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Announcements, true ones and hostile ones.
class UpdateJudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final ReleaseVersion OLD = new ReleaseVersion(0, 1, 0);
    private static final ReleaseVersion NEW = new ReleaseVersion(0, 10, 0);
    private static final Download DEB = new Download(
            "deb", "amd64", URI.create("https://ginnel.example/ginnel_0.10.0_amd64.deb"), 53_000_000, "ab".repeat(32));
    private static final Announcement TRUE =
            new Announcement(7, NEW, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(14)), 1000, List.of(DEB));
    private static final Installation HERE = new Installation(new UUID(1, 2), OLD, "deb", "amd64");

    private static KeyPair ours;
    private static KeyPair theirs;
    private static UpdateJudge judge;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        ours = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        theirs = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        judge = new UpdateJudge(List.of(UpdateKey.of(ours.getPublic())));
    }

    private static byte[] signed(Announcement announcement) throws GeneralSecurityException {
        return new UpdateSigner(ours).sign(announcement);
    }

    private static byte[] signed(String payload) throws GeneralSecurityException {
        return new UpdateSigner(ours).sign(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static Judgement judged(byte[] bytes, Seen seen) {
        return judge.judge(bytes, HERE, seen, NOW);
    }

    private static Verdict verdict(byte[] bytes) {
        return judged(bytes, Seen.NOTHING).verdict();
    }

    private static Verdict refused(Refusal why) {
        return new Verdict.Refused(why);
    }

    private static Announcement with(long serial, ReleaseVersion version, int perMille, Download... downloads) {
        return new Announcement(serial, version, TRUE.issued(), TRUE.expires(), perMille, List.of(downloads));
    }

    private static String json() {
        return new String(AnnouncementCodec.write(TRUE), StandardCharsets.UTF_8);
    }

    @Test
    void aNewerRelease_isOffered_withItsPackage() throws GeneralSecurityException {
        assertThat(verdict(signed(TRUE))).isEqualTo(new Verdict.Offered(NEW, DEB));
    }

    @Test
    void theSameOrAnOlderRelease_isNot() throws GeneralSecurityException {
        assertThat(verdict(signed(with(7, OLD, 1000, DEB)))).isEqualTo(new Verdict.UpToDate());
        assertThat(verdict(signed(with(7, new ReleaseVersion(0, 0, 99), 1000, DEB))))
                .isEqualTo(new Verdict.UpToDate());
    }

    @Test
    void anotherSystemsPackages_areNotOffered() throws GeneralSecurityException {
        var arm = new Download("deb", "aarch64", DEB.address(), DEB.bytes(), DEB.sha256());

        assertThat(verdict(signed(with(7, NEW, 1000, arm)))).isEqualTo(new Verdict.NoPackage(NEW));
    }

    @Test
    void whateverByteIsChanged_itIsRefused() throws GeneralSecurityException {
        var whole = signed(TRUE);
        for (var i = 0; i < whole.length; i++) {
            var changed = whole.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            var at = i;

            assertThat(verdict(changed)).as("byte %d", at).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void whereverItIsCutOff_itIsRefused() throws GeneralSecurityException {
        var whole = signed(TRUE);
        for (var length = 0; length < whole.length; length++) {
            assertThat(verdict(Arrays.copyOf(whole, length))).isInstanceOf(Verdict.Refused.class);
        }
        assertThat(verdict(Arrays.copyOf(whole, whole.length + 1))).isEqualTo(refused(Refusal.NOT_SIGNED));
    }

    @Test
    void noise_isRefused() {
        var random = new Random(20261129);
        for (var i = 0; i < 2000; i++) {
            var noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);

            assertThat(verdict(noise)).isEqualTo(refused(Refusal.NO_ENVELOPE));
        }
        assertThat(verdict(new byte[1 << 20])).isEqualTo(refused(Refusal.NO_ENVELOPE));
    }

    @Test
    void anothersSignature_isRefused_evenUnderOurName() throws GeneralSecurityException {
        var stranger = new UpdateSigner(theirs).sign(TRUE);
        var text = new String(stranger, StandardCharsets.ISO_8859_1);
        var ourName = UpdateKey.of(ours.getPublic()).id();
        var disguised = text.replace(UpdateKey.of(theirs.getPublic()).id(), ourName);

        assertThat(verdict(stranger)).isEqualTo(refused(Refusal.NOT_SIGNED));
        assertThat(verdict(disguised.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(refused(Refusal.NOT_SIGNED));
    }

    @Test
    void oneGoodSignatureOfSeveral_isEnough_andFiveAreTooMany() throws GeneralSecurityException {
        var own = new String(signed(TRUE), StandardCharsets.ISO_8859_1);
        var line =
                new String(new UpdateSigner(theirs).sign(TRUE), StandardCharsets.ISO_8859_1).split("\n", 3)[1] + "\n";
        var second = own.replaceFirst("\n", "\n" + line);
        var sixth = own.replaceFirst("\n", "\n" + line.repeat(4));

        assertThat(verdict(second.getBytes(StandardCharsets.ISO_8859_1))).isInstanceOf(Verdict.Offered.class);
        assertThat(verdict(sixth.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(refused(Refusal.NO_ENVELOPE));
    }

    @Test
    void aSignatureOfSomethingElse_isNone() throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(ours.getPrivate());
        signature.update(AnnouncementCodec.write(TRUE)); // without the title
        var envelope = new Envelope(
                List.of(new Envelope.Signed(
                        UpdateKey.of(ours.getPublic()).id(), Base64.getEncoder().encodeToString(signature.sign()))),
                AnnouncementCodec.write(TRUE));

        assertThat(verdict(envelope.bytes())).isEqualTo(refused(Refusal.NOT_SIGNED));
    }

    @Test
    void whatIsSignedButNoAnnouncement_isRefused() throws GeneralSecurityException {
        var json = json();
        var broken = List.of(
                "",
                "null",
                "[]",
                "{}",
                "[".repeat(20_000),
                json + "{}",
                json.replace("\"serial\" : 7", "\"serial\" : 7, \"serial\" : 8"),
                json.replace("\"serial\" : 7", "\"serial\" : 0"),
                json.replace("\"serial\" : 7", "\"serial\" : 7.5"),
                json.replace("\"serial\" : 7", "\"serial\" : \"7\""),
                json.replace("\"serial\" : 7", "\"serial\" : 99999999999999999999"),
                json.replace("0.10.0\"", "0.10\""),
                json.replace("\"0.10.0\"", "\"0.010.0\""),
                json.replace("\"per_mille\" : 1000", "\"per_mille\" : 1001"),
                json.replace("\"per_mille\" : 1000", "\"per_mille\" : 4294968296"),
                json.replace("https://", "http://"),
                json.replace("https://", "file://"),
                json.replace("https://", "https://user@"),
                json.replace("amd64.deb", "amd64.deb?x=y"),
                json.replace("amd64.deb", "amd64 .deb"),
                json.replace("53000000", "0"),
                json.replace("53000000", "1073741825"),
                json.replace("abab", "ABAB"),
                json.replace("abab", "ab"),
                json.replace("2026-12-13", "2027-12-13"),
                json.replace("2026-12-13", "2026-02-30"),
                json.replace("\"downloads\" : [ {", "\"downloads\" : [ 7, {"));
        for (var payload : broken) {
            assertThat(payload).isNotEqualTo(json);
            assertThat(verdict(signed(payload))).as(payload).isEqualTo(refused(Refusal.MALFORMED));
        }
    }

    @Test
    void fieldsOfLaterVersions_areSkipped() throws GeneralSecurityException {
        assertThat(verdict(signed(json().replace("\"serial\" : 7", "\"serial\" : 7, \"notes\" : {\"en\" : \"x\"}"))))
                .isInstanceOf(Verdict.Offered.class);
    }

    @Test
    void anAnnouncement_holdsUntilItExpires() throws GeneralSecurityException {
        var bytes = signed(TRUE);

        assertThat(at(bytes, TRUE.expires().minusMillis(1))).isInstanceOf(Verdict.Offered.class);
        assertThat(at(bytes, TRUE.expires())).isEqualTo(refused(Refusal.EXPIRED));
        assertThat(at(bytes, TRUE.issued().minus(Duration.ofHours(23)))).isInstanceOf(Verdict.Offered.class);
        assertThat(at(bytes, TRUE.issued().minus(Duration.ofHours(25)))).isEqualTo(refused(Refusal.FROM_THE_FUTURE));
    }

    private static Verdict at(byte[] bytes, Instant now) {
        return judge.judge(bytes, HERE, Seen.NOTHING, now).verdict();
    }

    @Test
    void onceANewerOneWasSeen_anOlderOneIsRefused() throws GeneralSecurityException {
        var newest = judged(signed(TRUE), Seen.NOTHING).seen();
        var older = judged(signed(with(6, NEW, 1000, DEB)), newest);
        var other = judged(signed(with(7, NEW, 999, DEB)), newest);

        assertThat(newest.serial()).isEqualTo(7);
        assertThat(older).isEqualTo(new Judgement(refused(Refusal.OLDER_THAN_SEEN), newest));
        assertThat(other).isEqualTo(new Judgement(refused(Refusal.OTHER_THAN_SEEN), newest));
        assertThat(judged(signed(TRUE), newest).verdict()).isInstanceOf(Verdict.Offered.class);
        assertThat(judged(signed(with(8, NEW, 1000, DEB)), newest).seen().serial())
                .isEqualTo(8);
    }

    @Test
    void whatIsNotBelieved_isNotRemembered() throws GeneralSecurityException {
        var seen = new Seen(3, "x");
        var expired = judge.judge(signed(TRUE), HERE, seen, TRUE.expires());

        assertThat(expired.seen()).isEqualTo(seen);
        assertThat(judged(new UpdateSigner(theirs).sign(TRUE), seen).seen()).isEqualTo(seen);
    }

    @Test
    void aShare_isOfferedToThatMany_andAGrowingOneToTheSameAndMore() {
        var all = IntStream.range(0, 20_000)
                .mapToObj(i -> new Installation(new UUID(i, -i), OLD, "deb", "amd64"))
                .toList();
        var tenth = all.stream().filter(it -> it.isAmong(100, NEW)).toList();
        var half = all.stream().filter(it -> it.isAmong(500, NEW)).toList();
        var next = all.stream()
                .filter(it -> it.isAmong(100, new ReleaseVersion(0, 11, 0)))
                .toList();

        assertThat(tenth.size()).isBetween(1_800, 2_200);
        assertThat(half.size()).isBetween(9_600, 10_400);
        assertThat(half).containsAll(tenth);
        assertThat(next).isNotEqualTo(tenth);
        assertThat(all).noneMatch(it -> it.isAmong(0, NEW)).allMatch(it -> it.isAmong(1000, NEW));
    }

    @Test
    void whoseTurnItIsNot_isToldSo() throws GeneralSecurityException {
        assertThat(verdict(signed(with(7, NEW, 0, DEB)))).isEqualTo(new Verdict.NotYet(NEW));
    }
}
