// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.util.Optional;
import java.util.function.Function;
import org.ginnel.provisioning.store.Location;
import picocli.CommandLine.Mixin;

/// A backup and the database that it is of, or for: the operator's secret opens it.
final class VaultOption {
    @Mixin
    private SecretOption secret = new SecretOption();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    byte[] key(Function<String, Optional<String>> environment) {
        return secret.read(environment).derive("backup");
    }

    Location location(Function<String, Optional<String>> environment) {
        return database.location(environment);
    }
}
