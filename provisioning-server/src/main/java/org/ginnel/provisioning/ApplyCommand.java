// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `apply`: makes servers, tiers, limits, webhooks and users those of a file, all of it or nothing. A service that
/// runs goes by it within a second, and so do its gateways and clients.
@Command(
        name = "apply",
        description = "Makes servers, tiers, limits, webhooks and users those of a file: all of it or nothing.",
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private WhereOption where = new WhereOption();

    @Mixin
    private BlueprintOption blueprint = new BlueprintOption();

    @Option(
            names = "--remove",
            description = "Takes away what is not in the file any more, with every peer, device and token it has.")
    private boolean remove;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ApplyCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        where.early(
                environment,
                admin -> BlueprintOption.print(admin.apply(blueprint.bytes(), remove), "nothing was to change", out));
        return 0;
    }
}
