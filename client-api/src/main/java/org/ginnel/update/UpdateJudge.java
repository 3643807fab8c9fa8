// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// Judges announcements. Bytes may come from anybody: whatever they are, the answer is a [Verdict], and nothing of them
/// is looked at before one of the keys has signed it.
///
/// @param keys any of which may sign
public record UpdateJudge(List<UpdateKey> keys) {
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    public UpdateJudge {
        keys = List.copyOf(keys);
    }

    /// A verdict, and what to keep for the next one.
    ///
    /// @param verdict what it means
    /// @param seen what to keep for the next time; what was kept, when this one is not believed
    public record Judgement(Verdict verdict, Seen seen) {}

    /// What an announcement means for an installation.
    ///
    /// @param seen what was kept of the last time, or [Seen#NOTHING]
    public Judgement judge(byte[] bytes, Installation installation, Seen seen, Instant now) {
        var envelope = Envelope.parse(bytes);
        if (envelope.isEmpty()) {
            return refused(Refusal.NO_ENVELOPE, seen);
        }
        if (!envelope.get().isSignedBy(keys)) {
            return refused(Refusal.NOT_SIGNED, seen);
        }
        var payload = envelope.get().payload();
        return AnnouncementCodec.read(payload)
                .map(it -> judge(it, HexFormat.of().formatHex(Hashes.sha256(payload)), installation, seen, now))
                .orElseGet(() -> refused(Refusal.MALFORMED, seen));
    }

    private static Judgement judge(
            Announcement announcement, String sha256, Installation installation, Seen seen, Instant now) {
        if (announcement.serial() < seen.serial()) {
            return refused(Refusal.OLDER_THAN_SEEN, seen);
        }
        if (announcement.serial() == seen.serial() && !sha256.equals(seen.sha256())) {
            return refused(Refusal.OTHER_THAN_SEEN, seen);
        }
        if (announcement.issued().isAfter(now.plus(CLOCKS_DIFFER))) {
            return refused(Refusal.FROM_THE_FUTURE, seen);
        }
        if (!now.isBefore(announcement.expires())) {
            return refused(Refusal.EXPIRED, seen);
        }
        return new Judgement(verdict(announcement, installation), new Seen(announcement.serial(), sha256));
    }

    private static Verdict verdict(Announcement announcement, Installation installation) {
        var version = announcement.version();
        if (version.compareTo(installation.version()) <= 0) {
            return new Verdict.UpToDate();
        }
        if (!installation.isAmong(announcement.perMille(), version)) {
            return new Verdict.NotYet(version);
        }
        return announcement.downloads().stream()
                .filter(it -> it.kind().equals(installation.kind()))
                .filter(it -> it.architecture().equals(installation.architecture()))
                .findFirst()
                .<Verdict>map(it -> new Verdict.Offered(version, it))
                .orElseGet(() -> new Verdict.NoPackage(version));
    }

    private static Judgement refused(Refusal why, Seen seen) {
        return new Judgement(new Verdict.Refused(why), seen);
    }
}
