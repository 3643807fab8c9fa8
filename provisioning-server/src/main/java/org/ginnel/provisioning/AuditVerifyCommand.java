// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.audit.Seal;
import org.ginnel.provisioning.audit.Verification;
import org.ginnel.provisioning.store.AuditStore;
import org.ginnel.provisioning.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `audit verify`: exits with 0 when nothing was changed in the record, with 1 and the first entry that was otherwise.
@Command(
        name = "verify",
        description = "Says whether anything was changed in the record, and where first.",
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private SecretOption secret = new SecretOption();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AuditVerifyCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var seal = new Seal(secret.read(environment).derive("audit"));
        try (var open = Database.join(database.location(environment))) {
            return switch (new AuditStore(open, seal, Clock.systemUTC()).verify()) {
                case Verification.Intact(var entries, var sealed, var head) -> {
                    spec.commandLine()
                            .getOut()
                            .println("intact: " + entries + " entries, sealed up to " + sealed + ", the last is "
                                    + head);
                    yield 0;
                }
                case Verification.Broken(var seq, var why) -> {
                    spec.commandLine().getOut().println("broken at entry " + seq + ": " + why);
                    yield 1;
                }
            };
        }
    }
}
