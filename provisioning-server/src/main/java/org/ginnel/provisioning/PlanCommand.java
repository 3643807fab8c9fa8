// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `plan`: what `apply` would change, a line each. Changes nothing.
@Command(
        name = "plan",
        description = "Prints what `apply` would change, and changes nothing.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private WhereOption where = new WhereOption();

    @Mixin
    private BlueprintOption blueprint = new BlueprintOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PlanCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        where.early(
                environment, admin -> BlueprintOption.print(admin.plan(blueprint.bytes()), "nothing to change", out));
        return 0;
    }
}
