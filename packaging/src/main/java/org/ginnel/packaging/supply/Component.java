// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/// One thing that a package is made of, as CycloneDX describes it.
///
/// @param described the whole description
record Component(ObjectNode described) {
    String name() {
        return described.path("name").asText();
    }

    String version() {
        return described.path("version").asText();
    }

    String group() {
        return described.path("group").asText();
    }

    /// Its identity: the same for whoever describes it.
    String url() {
        return described.path("purl").asText();
    }

    /// The file that Maven has it in.
    String jar() {
        return name() + "-" + version() + ".jar";
    }

    /// Identifiers of SPDX, or names where its maker gave no better; any one of them may be chosen.
    List<String> licences() {
        return StreamSupport.stream(described.path("licenses").spliterator(), false)
                .map(Component::licence)
                .distinct()
                .toList();
    }

    /// The same in one expression.
    String licence() {
        return String.join(" OR ", licences());
    }

    private static String licence(JsonNode entry) {
        var licence = entry.path("license");
        return entry.path("expression")
                .asText(licence.path("id").asText(licence.path("name").asText()));
    }
}
