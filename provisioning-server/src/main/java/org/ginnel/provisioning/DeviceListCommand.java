// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `device list`: one line for each device of a user, with tabs between the columns. Bytes are those of all days
/// that are kept.
@Command(name = "list", description = "Lists a user's devices and their use.", mixinStandardHelpOptions = true)
final class DeviceListCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Mixin
    private WhereOption where = new WhereOption();

    @Option(names = "--user", required = true, description = "Whose.")
    private String user = "";

    @Option(names = "--days", description = "A line for each day of each device.")
    private boolean days;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DeviceListCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        where.with(environment, admin -> {
            out.println(
                    days
                            ? "ID\tDAY\tSENT\tRECEIVED\tLAST HANDSHAKE\tNAME"
                            : "ID\tTIER\tPUBLIC KEY\tCREATED\tSENT\tRECEIVED\tLAST HANDSHAKE\tNAME");
            admin.devices(user).path("devices").forEach(device -> print(device, out));
        });
        return 0;
    }

    private void print(JsonNode device, PrintWriter out) {
        var id = device.path("id").asText();
        var name = device.path("name").asText();
        var usage = device.path("usage");
        if (days) {
            usage.forEach(day -> out.println(String.join(
                    "\t",
                    id,
                    day.path("day").asText(),
                    bytes(day, "sent_bytes"),
                    bytes(day, "received_bytes"),
                    seen(day),
                    name)));
            return;
        }
        var latest = StreamSupport.stream(usage.spliterator(), false)
                .filter(day -> day.has("last_handshake"))
                .findFirst()
                .map(DeviceListCommand::seen)
                .orElse("-");
        out.println(String.join(
                "\t",
                id,
                device.path("tier").asText(),
                device.path("public_key").asText(),
                device.path("created").asText(),
                sum(usage, "sent_bytes"),
                sum(usage, "received_bytes"),
                latest,
                name));
    }

    private static String bytes(JsonNode day, String field) {
        return Long.toString(day.path(field).asLong());
    }

    private static String sum(JsonNode usage, String field) {
        return Long.toString(StreamSupport.stream(usage.spliterator(), false)
                .mapToLong(day -> day.path(field).asLong())
                .sum());
    }

    private static String seen(JsonNode day) {
        return day.path("last_handshake").asText("-");
    }
}
