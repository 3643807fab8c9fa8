// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// An [Announcement] in JSON. Fields that are unknown are skipped, so that later ones may have more; one that is
/// missing, there twice or of another type makes it none.
final class AnnouncementCodec {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(2048)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AnnouncementCodec() {}

    /// Empty for anything that is none.
    static Optional<Announcement> read(byte[] bytes) {
        try {
            var read = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            return Optional.of(announcement(read));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Announcement announcement(JsonNode read) {
        var downloads = new ArrayList<Download>();
        var list = read.path("downloads");
        require(list.isArray());
        for (var it : list) {
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

    private static String text(JsonNode object, String name) {
        var value = object.path(name);
        require(value.isTextual());
        return value.textValue();
    }

    private static long whole(JsonNode object, String name) {
        var value = object.path(name);
        require(value.isIntegralNumber() && value.canConvertToLong());
        return value.longValue();
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("no announcement");
        }
    }

    static byte[] write(Announcement announcement) {
        var object = JSON.createObjectNode();
        object.put("serial", announcement.serial());
        object.put("version", announcement.version().toString());
        object.put("issued", announcement.issued().toString());
        object.put("expires", announcement.expires().toString());
        object.put("per_mille", announcement.perMille());
        var list = object.putArray("downloads");
        for (var it : announcement.downloads()) {
            list.addObject()
                    .put("kind", it.kind())
                    .put("architecture", it.architecture())
                    .put("address", it.address().toString())
                    .put("bytes", it.bytes())
                    .put("sha256", it.sha256());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is JSON", e);
        }
    }
}
