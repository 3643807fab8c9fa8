// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.ginnel.provisioning.key.Secret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the operator's secret comes from: a file or the environment, never the command line, which every user of the
/// machine can read.
final class SecretOption {
    static final String FILE = "--secret-file";

    private static final String VARIABLE = "GINNEL_SECRET";

    @Option(
            names = FILE,
            paramLabel = "FILE",
            description = "File with the secret that keys are made with; without it, $" + VARIABLE + ".")
    private @Nullable Path file;

    SecretOption() {}

    SecretOption(ServeLine line) {
        file = line.value(FILE).map(Path::of).orElse(null);
    }

    Secret read(Function<String, Optional<String>> environment) {
        if (file != null) {
            return Secret.of(PrivateFile.read(file, "secret"));
        }
        return Secret.of(environment
                .apply(VARIABLE)
                .orElseThrow(() -> new IllegalArgumentException("There is no secret to make keys with. Make one with"
                        + " `openssl rand -hex 32`, keep it in a file that only the service reads, and name that file"
                        + " with --secret-file (or set " + VARIABLE + ").")));
    }
}
