// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ginnel.host.FileTrouble;

/// Reads the file in which an operator lists the servers: `{"servers":[...]}`, one object each, described in
/// `provisioning-server/README.md`. Reports every problem at once.
public final class FleetFile {
    /// Longest file read, in bytes.
    static final int MAX_BYTES = 4 << 20;

    private static final int MAX_SERVERS = 4096;

    private static final Pattern PRIVATE = Pattern.compile("(?i)private[ _-]?key");

    private FleetFile() {}

    /// The 15 servers of the wire contract. Their endpoints are documentation names: nothing answers there.
    public static Fleet reference() {
        try (var in = FleetFile.class.getResourceAsStream("reference-servers.json")) {
            if (in == null) {
                throw new IllegalStateException("reference-servers.json is not in the jar");
            }
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FleetFileException e) {
            throw new IllegalStateException("reference-servers.json is wrong", e);
        }
    }

    /// Reads a JSON file of at most 4 MiB.
    public static Fleet read(Path file) throws FleetFileException {
        return parse(bytes(file));
    }

    /// The bytes of a file, at most [#MAX_BYTES].
    static byte[] bytes(Path file) throws FleetFileException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new FleetFileException(List.of("the file has more than " + MAX_BYTES + " bytes"));
            }
            return bytes;
        } catch (IOException e) {
            throw new FleetFileException(List.of("the file cannot be read (" + FileTrouble.of(e) + ")"));
        }
    }

    static Fleet parse(byte[] bytes) throws FleetFileException {
        return parse(tree(bytes));
    }

    static Fleet parse(JsonNode tree) throws FleetFileException {
        var list = tree.path("servers");
        if (!list.isArray() || list.isEmpty() || list.size() > MAX_SERVERS) {
            throw new FleetFileException(List.of("\"servers\" is not a list of 1 to " + MAX_SERVERS + " servers"));
        }
        var problems = new ArrayList<String>();
        var gateways = new ArrayList<Gateway>();
        for (int i = 0; i < list.size(); i++) {
            var reader = new GatewayReader(list.get(i), i);
            reader.read().ifPresent(gateways::add);
            problems.addAll(reader.problems());
        }
        if (namesAPrivateKey(tree)) {
            problems.add(
                    "a private key has no place here: the service never needs one, and who reads its files must not"
                            + " find any. Take it out, and make that gateway a new one");
        }
        var settings = new FleetSettings(tree);
        problems.addAll(settings.problems());
        if (!problems.isEmpty()) {
            throw new FleetFileException(problems);
        }
        try {
            return settings.applied(new Fleet(gateways));
        } catch (IllegalArgumentException e) {
            throw new FleetFileException(List.of(String.valueOf(e.getMessage())));
        }
    }

    private static boolean namesAPrivateKey(JsonNode node) {
        for (var field : node.properties()) {
            if (PRIVATE.matcher(field.getKey()).matches()) {
                return true;
            }
        }
        for (var child : node) {
            if (namesAPrivateKey(child)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode tree(byte[] bytes) throws FleetFileException {
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .readTree(bytes);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            var at = e.getLocation();
            throw new FleetFileException(
                    List.of("not JSON" + (at == null ? "" : " from line " + at.getLineNr() + " on")));
        } catch (IOException e) {
            throw new FleetFileException(List.of("not JSON"));
        }
    }
}
