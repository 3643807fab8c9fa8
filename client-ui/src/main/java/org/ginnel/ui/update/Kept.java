// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.update;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ginnel.update.ReleaseVersion;
import org.ginnel.update.Seen;

/// What is remembered between two announcements.
///
/// @param id of this installation, made at random and never sent anywhere
/// @param seen newest announcement that was believed
/// @param asked when somebody was last asked
/// @param told release that was announced last
/// @param dismissed release that the user does not want to be reminded of
record Kept(
        UUID id,
        Seen seen,
        Optional<Instant> asked,
        Optional<ReleaseVersion> told,
        Optional<ReleaseVersion> dismissed) {
    /// Of an installation that is new.
    static Kept begun() {
        return new Kept(UUID.randomUUID(), Seen.NOTHING, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Kept seen(Seen newest) {
        return new Kept(id, newest, asked, told, dismissed);
    }

    Kept asked(Instant when) {
        return new Kept(id, seen, Optional.of(when), told, dismissed);
    }

    Kept told(ReleaseVersion release) {
        return new Kept(id, seen, asked, Optional.of(release), dismissed);
    }

    Kept dismissed(ReleaseVersion release) {
        return new Kept(id, seen, asked, told, Optional.of(release));
    }

    /// For a flat JSON.
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id.toString());
        fields.put("serial", Long.toString(seen.serial()));
        fields.put("sha256", seen.sha256());
        asked.ifPresent(when -> fields.put("asked", when.toString()));
        told.ifPresent(release -> fields.put("told", release.toString()));
        dismissed.ifPresent(release -> fields.put("dismissed", release.toString()));
        return fields;
    }

    /// What was written; empty for anything else.
    static Optional<Kept> of(Map<String, Object> fields) {
        try {
            return Optional.of(new Kept(
                    UUID.fromString(text(fields, "id").orElse("")),
                    new Seen(
                            Long.parseLong(text(fields, "serial").orElse("")),
                            text(fields, "sha256").orElse("")),
                    text(fields, "asked").map(Instant::parse),
                    text(fields, "told").flatMap(ReleaseVersion::parse),
                    text(fields, "dismissed").flatMap(ReleaseVersion::parse)));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty(); // nothing of ours: said by the answer
        }
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
