// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.qr.QrReader;
import org.ginnel.provisioning.store.Database;
import org.ginnel.wireguard.ConfigParser;
import org.ginnel.wireguard.ConfigResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator does on the command line, beside a service that runs.
class AdminCommandsTest {
    private static final String SECRET = "4f1c9a7d20b86e35a1d4c7f09b2e6835";
    private static final String REFERENCE = "src/main/resources/org/ginnel/provisioning/fleet/reference-servers.json";

    @TempDir
    private Path directory;

    private TestServer server;
    private String err = "";

    @BeforeEach
    void start() {
        server = TestServer.start(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// @return what it printed
    private String importFrom(Path file) {
        return run(
                1,
                "import",
                "--servers",
                REFERENCE,
                "--file",
                file.toString(),
                "--server",
                "us-east-1",
                "--user",
                "alice");
    }

    private String run(int expected, String... arguments) {
        var out = new StringWriter();
        var errors = new StringWriter();
        var line = Commands.line(name -> name.equals("GINNEL_SECRET") ? Optional.of(SECRET) : Optional.empty());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(errors, true));
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--database", directory.resolve("test.db").toString()));
        var code = line.execute(all.toArray(String[]::new));
        err = errors.toString();
        assertThat(code).as(err + out).isEqualTo(expected);
        return out.toString();
    }

    /// Any commit shows the service what others did; its own chores see to that twice a second.
    private int status(String token) {
        server.postJson("/api/revoke", TestServer.key("x", "pro"), "{\"client_name\":\"nobody\"}");
        return server.get("/api/v1/relays", "X-API-Key", token).status();
    }

    @Test
    void token_isShownOnce_worksAtOnce_andEndsAtOnce() {
        var token = run(0, "token", "create", "--user", "alice", "--tier", "pro", "--name", "laptop")
                .strip();

        assertThat(status(token)).isEqualTo(200);
        var list = run(0, "token", "list", "--user", "alice");
        assertThat(list)
                .contains(token.substring(3, 15), "alice\tpro\t", "valid\tlaptop")
                .doesNotContain(token);
        run(0, "token", "revoke", token.substring(3, 15));
        assertThat(status(token)).isEqualTo(401);
        assertThat(run(0, "token", "list")).contains("revoked");
        run(1, "token", "revoke", token.substring(3, 15));
        assertThat(err).contains("revoked before");
    }

    @Test
    void tokenWithAScopeThatIsNone_saysWhichThereAre() {
        run(1, "token", "create", "--user", "alice", "--tier", "pro", "--scope", "relays:write");

        assertThat(err).contains("'relays:write' is no scope", "devices:read");

        run(1, "token", "create", "--user", "alice", "--tier", "por");

        assertThat(err).contains("basic or pro");
    }

    @Test
    void phone_getsAConfigThatIsKeptNowhere_asTextOrPicture() throws IOException {
        var text = run(
                0,
                "device",
                "add",
                "--servers",
                REFERENCE,
                "--user",
                "alice",
                "--tier",
                "pro",
                "--name",
                "phone",
                "--server",
                "eu-west-1");
        var file = directory.resolve("phone.png");
        run(
                0,
                "device",
                "add",
                "--servers",
                REFERENCE,
                "--user",
                "alice",
                "--tier",
                "pro",
                "--name",
                "other",
                "--qr",
                file.toString());
        var scanned = QrReader.png(Files.readAllBytes(file));

        for (var config : List.of(text, scanned)) {
            assertThat(ConfigParser.parse(config)).isInstanceOf(ConfigResult.Parsed.class);
            assertThat(config).contains("PrivateKey = ", "AllowedIPs = 0.0.0.0/0, ::/0");
        }
        assertThat(text)
                .contains("Address = 10.64.0.2/32, fddd:2c4:2c4:3::2/128", "Endpoint = london.vpn.example.com:51820");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(run(0, "device", "list", "--user", "alice"))
                .contains("phone", "other")
                .hasLineCount(3);
    }

    @Test
    void phone_getsNoPlaceOnServersThatNobodyNamed() {
        run(1, "device", "add", "--user", "alice", "--tier", "pro", "--name", "phone");

        assertThat(err).contains("Nothing was applied to this database", "--servers");
        assertThat(run(0, "device", "list", "--user", "alice")).hasLineCount(1);
    }

    @Test
    void database_thatIsNotThere_isNotMade() {
        var line = Commands.line(_ -> Optional.empty());
        var errors = new StringWriter();
        line.setErr(new PrintWriter(errors, true));
        var misspelt = directory.resolve("tset.db");

        assertThat(line.execute("token", "create", "--user", "a", "--tier", "pro", "--database", misspelt.toString()))
                .isEqualTo(1);

        assertThat(errors.toString()).contains("There is no database " + misspelt, "--database");
        assertThat(misspelt).doesNotExist();
    }

    @Test
    void device_isTakenBack() {
        run(0, "device", "add", "--servers", REFERENCE, "--user", "alice", "--tier", "pro", "--name", "phone");
        var id = run(0, "device", "list", "--user", "alice")
                .lines()
                .toList()
                .get(1)
                .split("\t", -1)[0];

        run(1, "device", "remove", "--user", "mallory", id);
        run(0, "device", "remove", "--user", "alice", id);

        assertThat(run(0, "device", "list", "--user", "alice")).hasLineCount(1);
    }

    @Test
    void record_isIntact_untilSomebodyChangesIt() {
        run(0, "device", "add", "--servers", REFERENCE, "--user", "alice", "--tier", "pro", "--name", "=1+1");
        run(0, "token", "create", "--user", "alice", "--tier", "pro");

        assertThat(run(0, "audit", "verify")).startsWith("intact: 2 entries");
        assertThat(run(0, "audit", "export"))
                .hasLineCount(2)
                .contains("\"action\":\"token.created\"")
                .doesNotContain("\"actor\":\"user:alice\"");
        assertThat(run(0, "audit", "export", "--format", "csv")).hasLineCount(3).contains("\"device.registered\"");
        server.close();
        tamper();
        assertThat(run(1, "audit", "verify")).startsWith("broken at entry 1");
        server = TestServer.start(directory);
    }

    private void tamper() {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("test.db"));
                var statement = connection.createStatement()) {
            statement.execute("UPDATE audit SET subject = 'device:other' WHERE seq = 1");
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void benchmark_saysWhatThisMachineDoes() {
        var out = new StringWriter();
        var line = Commands.line(_ -> Optional.empty());
        line.setOut(new PrintWriter(out, true));

        assertThat(line.execute(
                        "benchmark",
                        "--seconds",
                        "1",
                        "--warm-up",
                        "0",
                        "--clients",
                        "64",
                        "--directory",
                        directory.toString()))
                .isZero();
        assertThat(out.toString()).contains("a second", "addresses given twice     0");
        assertThat(directory.toFile().list()).noneMatch(name -> name.startsWith("ginnel-benchmark"));
    }

    @Test
    void clientsOfTheScript_areTakenOver_withKeyAndAddress() throws IOException {
        var file = Files.writeString(directory.resolve("wg0.conf"), """
                [Interface]
                Address = 10.7.0.1/24, fddd:2c4:2c4:2c4::1/64
                PrivateKey = oK56DE9Ue9zK76rAc8pBl6opph+1v36lm7cXXsQKrQM=
                ListenPort = 51820

                # BEGIN_PEER phone
                [Peer]
                PublicKey = GtL7fZc/bLnqZldpVofMCD6hDjrK28SsdLxevJ+qtKU=
                PresharedKey = 2B8HHgBq4UpqWw0pXYoBdHM8QbOQIBvVtQRLgI2vMWs=
                AllowedIPs = 10.7.0.7/32, fddd:2c4:2c4:2c4::7/128
                # END_PEER phone
                # BEGIN_PEER far
                [Peer]
                PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
                PresharedKey = 9sSP6Hbsq2VwKCqrjzmDvhdIRXq6nRYWe0JHqYSzGtQ=
                AllowedIPs = 10.9.0.3/32
                # END_PEER far
                """);

        assertThat(importFrom(file)).contains("1 taken over");
        assertThat(err).contains("far: its address is in none of the server's networks");
        assertThat(importFrom(file)).contains("1 taken over");

        var key = TestServer.key("alice", "basic");
        var again = server.postJson(
                "/api/provision",
                key,
                "{\"device_id\":\"phone\",\"public_key\":\"GtL7fZc/bLnqZldpVofMCD6hDjrK28SsdLxevJ+qtKU=\"}");
        assertThat(again.json().path("config").textValue())
                .contains("Address = 10.7.0.7/24, fddd:2c4:2c4:2c4::7/64", "PresharedKey = 2B8HHgBq4Upq");
        assertThat(server.postJson("/api/revoke", key, "{\"client_name\":\"phone\"}")
                        .status())
                .isEqualTo(200);
        assertThat(Files.readString(directory.resolve("test.db"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("oK56DE9Ue9zK76rAc8pBl6opph");
    }

    @Test
    void commandBesideTheService_doesNotTakeItsLock() {
        try (var beside = Database.join(directory.resolve("test.db"))) {
            assertThat(beside).isNotNull();
        }
    }
}
