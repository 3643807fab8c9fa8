// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.nio.file.Path;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.FleetFile;
import org.ginnel.provisioning.fleet.FleetFileException;
import org.ginnel.provisioning.store.FleetStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which servers there are.
final class ServersOption {
    static final String FILE = "--servers";

    @Option(
            names = FILE,
            paramLabel = "FILE",
            description = "The servers to offer; without it, the reference set, whose endpoints do not exist.")
    private @Nullable Path file;

    ServersOption() {}

    ServersOption(ServeLine line) {
        file = line.value(FILE).map(Path::of).orElse(null);
    }

    boolean isReference() {
        return file == null;
    }

    /// What was applied to the database, or else the file. Nobody is given a place on the reference set.
    Fleet inForce(FleetStore applied) {
        return applied.applied().orElseGet(() -> {
            if (isReference()) {
                throw new IllegalArgumentException("Nothing was applied to this database, so it does not say which"
                        + " servers there are. Name the file that the service has with " + FILE + ".");
            }
            return read();
        });
    }

    Fleet read() {
        if (file == null) {
            return FleetFile.reference();
        }
        try {
            return FleetFile.read(file);
        } catch (FleetFileException e) {
            throw new IllegalArgumentException(
                    "The servers file " + file + " cannot be used:\n  " + String.join("\n  ", e.problems()), e);
        }
    }
}
