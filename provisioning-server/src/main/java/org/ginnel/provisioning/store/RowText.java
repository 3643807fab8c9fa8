// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Rows as lines of JSON: `["table",[values]]`, with bytes as `{"bytes":"base64"}`. The last line is `["end"]`: what
/// lacks it was not written in full.
final class RowText {
    private static final String END = "[\"end\"]";

    private final ObjectMapper json = new ObjectMapper();

    long write(Table table, @Nullable Object[] values, OutputStream out) {
        var line = json.createArrayNode().add(table.name());
        var list = line.addArray();
        for (var value : values) {
            switch (value) {
                case null -> list.addNull();
                case byte[] bytes -> list.addObject().put("bytes", bytes);
                case Number number -> list.add(number.longValue());
                default -> list.add(value.toString());
            }
        }
        return write(line.toString(), out);
    }

    void end(OutputStream out) {
        write(END, out);
    }

    private static long write(String line, OutputStream out) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Hands over every row.
    ///
    /// @return how many there were
    long read(InputStream in, BiConsumer<Table, @Nullable Object[]> sink) {
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var count = 0L;
            for (var line = reader.readLine(); !END.equals(line); line = reader.readLine()) {
                if (line == null) {
                    throw new IOException("it was not written in full");
                }
                var node = json.readTree(line);
                var table = Table.ALL.stream()
                        .filter(t -> t.name().equals(node.path(0).asText()))
                        .findFirst()
                        .orElseThrow(() -> new IOException("it has a table that this version does not know"));
                sink.accept(table, values(node.path(1)));
                count++;
            }
            if (reader.readLine() != null) {
                throw new IOException("it goes on after its end");
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object[] values(JsonNode list) throws IOException {
        var values = new ArrayList<@Nullable Object>();
        for (var node : list) {
            if (node.isNull()) {
                values.add(null);
            } else if (node.isObject()) {
                values.add(node.path("bytes").binaryValue());
            } else if (node.isIntegralNumber()) {
                values.add(node.longValue());
            } else {
                values.add(node.asText());
            }
        }
        return values.toArray();
    }
}
