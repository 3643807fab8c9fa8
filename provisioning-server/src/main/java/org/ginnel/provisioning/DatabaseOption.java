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
    static final String DATABASE = "--database";
    static final String PASSWORD_FILE = "--database-password-file";
    static final String VARIABLE = "GINNEL_DATABASE_PASSWORD";

    private static final String USUAL = "/var/lib/ginnel-provisioning/provisioning.db";

    @Option(
            names = DATABASE,
            paramLabel = "FILE|URL",
            defaultValue = USUAL,
            description = "SQLite file, made if there is none, or postgresql://USER@HOST/DATABASE.")
    private String database = "";

    @Option(
            names = PASSWORD_FILE,
            paramLabel = "FILE",
            description = "File with the PostgreSQL user's password; without it, $" + VARIABLE + ".")
    private @Nullable Path passwordFile;

    DatabaseOption() {}

    DatabaseOption(ServeLine line) {
        database = line.value(DATABASE).orElse(USUAL);
        passwordFile = line.value(PASSWORD_FILE).map(Path::of).orElse(null);
    }

    Location location(Function<String, Optional<String>> environment) {
        return Location.of(database, password(environment));
    }

    private Optional<String> password(Function<String, Optional<String>> environment) {
        return passwordFile == null
                ? environment.apply(VARIABLE)
                : Optional.of(PrivateFile.read(passwordFile, "database password"));
    }
}
