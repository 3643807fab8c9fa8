// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `token list`: one line for each token, with tabs between the columns.
@Command(name = "list", description = "Lists tokens.", mixinStandardHelpOptions = true)
final class TokenListCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private WhereOption where = new WhereOption();

    @Option(names = "--user", description = "Only this user's.")
    private @Nullable String user;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TokenListCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.println("ID\tUSER\tTIER\tSCOPES\tCREATED\tEXPIRES\tLAST USED\tSTATE\tNAME");
        where.with(
                environment,
                admin -> admin.tokens(Optional.ofNullable(user))
                        .path("tokens")
                        .forEach(token -> out.println(line(token))));
        return 0;
    }

    private static String line(JsonNode token) {
        var scopes = StreamSupport.stream(token.path("scopes").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
        return String.join(
                "\t",
                token.path("id").asText(),
                token.path("user").asText(),
                token.path("tier").asText(),
                scopes,
                token.path("created").asText(),
                token.path("expires").asText("-"),
                token.path("last_used").asText("-"),
                token.path("state").asText(),
                token.path("name").asText());
    }
}
