// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an operator wants to be so: servers, tiers, limits, webhooks, and users.
///
/// @param document all of it but the users, as JSON in one spelling; of agents' tokens it has the hashes only
/// @param fleet the same, read
/// @param users empty when the operator says nothing of users, and then they stay as they are
public record Blueprint(String document, Fleet fleet, Optional<List<UserTerms>> users) {
    public Blueprint {
        users = users.map(List::copyOf);
    }

    /// Reads a file of YAML or JSON of at most 4 MiB.
    public static Blueprint read(Path file) throws FleetFileException {
        return parse(FleetFile.bytes(file));
    }

    /// Reads YAML or JSON in UTF-8. Reports every problem at once; a field that it does not know is one.
    public static Blueprint parse(byte[] bytes) throws FleetFileException {
        if (bytes.length > FleetFile.MAX_BYTES) {
            throw new FleetFileException(List.of("it has more than " + FleetFile.MAX_BYTES + " bytes"));
        }
        return new BlueprintReader(new YamlText().parse(new String(bytes, StandardCharsets.UTF_8))).read();
    }

    /// What was kept of one that was applied.
    ///
    /// @param document that another one had
    public static Blueprint ofDocument(String document) throws FleetFileException {
        return parse(document.getBytes(StandardCharsets.UTF_8));
    }

    /// Never prints what it holds: webhooks have secrets.
    @Override
    public String toString() {
        return "Blueprint[" + fleet.gateways().size() + " servers]";
    }
}
