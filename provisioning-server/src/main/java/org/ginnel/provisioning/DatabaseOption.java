// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.ginnel.provisioning.store.Location;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the data is. The password of a PostgreSQL user comes from a file or the environment, never from the command
/// line, which every user of the machine can read.
final class DatabaseOption {
    static final String VARIABLE = "GINNEL_DATABASE_PASSWORD";

    @Option(
            names = "--database",
            paramLabel = "FILE|URL",
            defaultValue = "/var/lib/ginnel-provisioning/provisioning.db",
            description = "SQLite file, made if there is none, or postgresql://USER@HOST/DATABASE.")
    private String database = "";

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "File with the PostgreSQL user's password; without it, $" + VARIABLE + ".")
    private @Nullable Path passwordFile;

    Location location(Function<String, Optional<String>> environment) {
        return Location.of(database, password(environment));
    }

    private Optional<String> password(Function<String, Optional<String>> environment) {
        return passwordFile == null
                ? environment.apply(VARIABLE)
                : Optional.of(PrivateFile.read(passwordFile, "database password"));
    }
}
