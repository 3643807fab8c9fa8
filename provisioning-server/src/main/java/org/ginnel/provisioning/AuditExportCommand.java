// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `audit export`: the whole record on standard output, as lines of JSON or as CSV.
@Command(name = "export", description = "Prints the whole record.", mixinStandardHelpOptions = true)
final class AuditExportCommand implements Callable<Integer> {
    private static final int PAGE = 1000;

    private final Function<String, Optional<String>> environment;

    @Mixin
    private WhereOption where = new WhereOption();

    @Option(names = "--format", defaultValue = "json", description = "json (a line for each entry) or csv (RFC 4180).")
    private Format format = Format.json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AuditExportCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (format == Format.csv) {
            out.print("seq,at,actor,action,subject,detail,hash\r\n");
        }
        where.with(environment, admin -> {
            var page = admin.record(0, PAGE).path("entries");
            while (!page.isEmpty()) {
                page.forEach(entry -> out.print(format == Format.csv ? csv(entry) : entry.toString() + "\n"));
                page = admin.record(page.get(page.size() - 1).path("seq").asLong(), PAGE)
                        .path("entries");
            }
        });
        out.flush();
        return 0;
    }

    private static String csv(JsonNode entry) {
        return entry.path("seq").asText() + "," + entry.path("at").asText() + ","
                + cell(entry.path("actor").asText())
                + "," + cell(entry.path("action").asText()) + ","
                + cell(entry.path("subject").asText()) + ","
                + cell(entry.path("detail").toString()) + ","
                + entry.path("hash").asText() + "\r\n";
    }

    /// Quoted always; a spreadsheet must not take what a user chose for a formula.
    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /// How the record is printed; the words are those of the command line.
    enum Format {
        json,
        csv
    }
}
