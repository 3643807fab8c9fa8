// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.audit.Entry;
import org.ginnel.provisioning.audit.Seal;
import org.ginnel.provisioning.store.AuditStore;
import org.ginnel.provisioning.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `audit export`: the whole record on standard output, as lines of JSON or as CSV.
@Command(name = "export", description = "Prints the whole record.", mixinStandardHelpOptions = true)
final class AuditExportCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;
    private final ObjectMapper json = new ObjectMapper();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

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
        try (var open = Database.join(database.location(environment))) {
            new AuditStore(open, new Seal(new byte[1]), Clock.systemUTC())
                    .read(entry -> out.print(format == Format.csv ? csv(entry) : json(entry)));
        }
        out.flush();
        return 0;
    }

    private String json(Entry entry) {
        try {
            var node = json.createObjectNode()
                    .put("seq", entry.seq())
                    .put("at", entry.at().toString())
                    .put("actor", entry.actor())
                    .put("action", entry.action())
                    .put("subject", entry.subject());
            node.set("detail", json.readTree(entry.detail()));
            return json.writeValueAsString(node.put("hash", entry.hash())) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Entry " + entry.seq() + " is not as it was written: see `audit verify`.", e);
        }
    }

    private static String csv(Entry entry) {
        return entry.seq() + "," + entry.at() + "," + cell(entry.actor()) + "," + cell(entry.action()) + ","
                + cell(entry.subject()) + "," + cell(entry.detail()) + "," + entry.hash() + "\r\n";
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
