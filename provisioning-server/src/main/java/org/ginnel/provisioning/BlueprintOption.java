// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ginnel.host.FileTrouble;
import picocli.CommandLine.Option;

/// The file that says how everything is to be.
final class BlueprintOption {
    private static final int MOST_BYTES = (4 << 20) + 1;

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "YAML (or JSON) of servers, tiers, limits, webhooks and users.")
    private Path file = Path.of("");

    byte[] bytes() {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file " + file + " cannot be read (" + FileTrouble.of(e)
                            + "). Check the path and its permissions.",
                    e);
        }
    }

    /// One line for each step.
    static void print(JsonNode steps, String none, PrintWriter out) {
        if (steps.path("steps").isEmpty()) {
            out.println(none);
        }
        steps.path("steps").forEach(step -> out.println(step.path("text").asText()));
    }
}
