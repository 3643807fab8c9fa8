// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ginnel.packaging.PackagingException;

/// The list of them (`src/main/parts/native-parts.json`).
public record NativeParts(List<NativePart> all) {
    /// Where it lies in `src/main`.
    public static final String LIST = "parts/native-parts.json";

    public NativeParts {
        all = List.copyOf(all);
    }

    /// Reads it.
    ///
    /// @throws PackagingException for a list with anything missing; a size without a sum is no pin
    public static NativeParts read(String text) {
        try {
            var parts = new ArrayList<NativePart>();
            for (var part : new JsonMapper().readTree(text)) {
                parts.add(part(part));
            }
            return new NativeParts(parts);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new PackagingException("the list of native parts is damaged: " + e.getMessage(), e);
        }
    }

    /// One of them.
    public NativePart named(String name) {
        return all.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PackagingException("no native part is called " + name));
    }

    private static NativePart part(JsonNode node) {
        return new NativePart(
                text(node, "name"),
                text(node, "version"),
                text(node, "file"),
                URI.create(text(node, "address")),
                pin(node),
                text(node, "licence"));
    }

    private static Optional<NativePart.Pin> pin(JsonNode node) {
        if (!node.has("sha256") && !node.has("bytes")) {
            return Optional.empty();
        }
        var bytes = node.has("bytes") ? OptionalLong.of(node.path("bytes").asLong()) : OptionalLong.empty();
        return Optional.of(new NativePart.Pin(bytes, text(node, "sha256")));
    }

    private static String text(JsonNode node, String name) {
        var text = node.path(name).asText("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a part without " + name);
        }
        return text;
    }
}
