// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.factor.FactorSeal;
import org.ginnel.provisioning.factor.RecoveryCode;
import org.ginnel.provisioning.factor.TotpSecret;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.qr.QrPicture;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.FactorStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `admin enroll`: gives a user a second factor. What the app scans and the recovery codes are shown this once.
@Command(
        name = "enroll",
        description =
                "Gives a user a second factor, and prints what an authenticator app scans and ten recovery codes.",
        mixinStandardHelpOptions = true)
final class AdminEnrollCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private SecretOption secret = new SecretOption();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--user", required = true, description = "Who: the user of the token of scope admin.")
    private String user = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AdminEnrollCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var id = new Caller(user, "pro").user();
        var random = new SecureRandom();
        var seal = new FactorSeal(secret.read(environment).derive(FactorSeal.PURPOSE), random);
        var shared = TotpSecret.generate(random);
        var codes = RecoveryCode.generate(random);
        try (var open = Database.join(database.location(environment))) {
            new FactorStore(open, Clock.systemUTC()).enroll(id, seal.seal(id, shared), codes);
        }
        var out = spec.commandLine().getOut();
        out.print(QrPicture.of(shared.reveal(id)).terminal());
        out.println(shared.reveal(id));
        codes.forEach(code -> out.println(code.reveal()));
        out.flush();
        return 0;
    }
}
