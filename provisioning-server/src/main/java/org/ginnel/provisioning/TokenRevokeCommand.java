// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `token revoke`: ends a token for good; a service that runs refuses it within a second.
@Command(name = "revoke", description = "Ends a token for good.", mixinStandardHelpOptions = true)
final class TokenRevokeCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private WhereOption where = new WhereOption();

    @Parameters(paramLabel = "ID", description = "The 12 characters after gk_, as `token list` prints them.")
    private String id = "";

    TokenRevokeCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        where.with(environment, admin -> admin.revokeToken(id));
        return 0;
    }
}
