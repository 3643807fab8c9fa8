// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.ginnel.json.Json;
import org.ginnel.json.MalformedJsonException;

/// An [Announcement] in JSON. Fields that are unknown are skipped, so that later ones may have more; one that is
/// missing, there twice or of another type makes it none.
final class AnnouncementCodec {
    private static final int LONGEST_TEXT = 2048;

    private AnnouncementCodec() {}

    /// Empty for anything that is none.
    static Optional<Announcement> read(byte[] bytes) {
        try {
            return Optional.of(announcement(Json.read(bytes, LONGEST_TEXT)));
        } catch (MalformedJsonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Announcement announcement(Json read) {
        var downloads = new ArrayList<Download>();
        var list = read.at("downloads");
        require(list instanceof Json.Items);
        for (var it : list.items()) {
            downloads.add(new Download(
                    text(it, "kind"),
                    text(it, "architecture"),
                    URI.create(text(it, "address")),
                    whole(it, "bytes"),
                    text(it, "sha256")));
        }
        var version = ReleaseVersion.parse(text(read, "version"));
        require(version.isPresent());
        return new Announcement(
                whole(read, "serial"),
                version.get(),
                Instant.parse(text(read, "issued")),
                Instant.parse(text(read, "expires")),
                Math.toIntExact(Math.clamp(whole(read, "per_mille"), -1L, 1001L)),
                downloads);
    }

    private static String text(Json object, String name) {
        return object.at(name).text().orElseThrow(AnnouncementCodec::none);
    }

    private static long whole(Json object, String name) {
        return object.at(name).whole().orElseThrow(AnnouncementCodec::none);
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw none();
        }
    }

    private static IllegalArgumentException none() {
        return new IllegalArgumentException("no announcement");
    }

    static byte[] write(Announcement announcement) {
        var downloads = new ArrayList<Json>();
        for (var it : announcement.downloads()) {
            downloads.add(Json.Fields.none()
                    .with("kind", it.kind())
                    .with("architecture", it.architecture())
                    .with("address", it.address().toString())
                    .with("bytes", it.bytes())
                    .with("sha256", it.sha256()));
        }
        return Json.Fields.none()
                .with("serial", announcement.serial())
                .with("version", announcement.version().toString())
                .with("issued", announcement.issued().toString())
                .with("expires", announcement.expires().toString())
                .with("per_mille", announcement.perMille())
                .with("downloads", new Json.Items(downloads))
                .pretty()
                .getBytes(StandardCharsets.UTF_8);
    }
}
