// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.provisioning.factor.FactorSeal;
import org.ginnel.provisioning.factor.RecoveryCode;
import org.ginnel.provisioning.factor.TotpSecret;
import org.ginnel.provisioning.key.AccessToken;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.Permission;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.Stores;
import org.ginnel.wireguard.PrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Administration over HTTP, with the calls and with the commands.
class AdminSurfaceTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path directory;

    private final TotpSecret secret = TotpSecret.generate(RANDOM);
    private final List<RecoveryCode> codes = RecoveryCode.generate(RANDOM);
    private TestServer server;
    private String token = "";

    @BeforeEach
    void start() {
        var made = AccessToken.generate(RANDOM);
        try (var database = Database.open(directory.resolve("test.db"))) {
            var stores = Stores.of(database, Clock.systemUTC());
            stores.tokens().create(made, new Caller("root", "pro"), Set.of(Permission.ADMIN), "x", Optional.empty());
            var seal = new FactorSeal(TestServer.SECRET.derive(FactorSeal.PURPOSE), RANDOM);
            stores.factors().enroll("root", seal.seal("root", secret), codes);
        }
        token = made.reveal();
        server = TestServer.start(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestServer.Reply login(String code) {
        return server.call("POST", "/api/v1/admin/session", token, "{\"code\":\"" + code + "\"}");
    }

    private TestServer.Reply ask(String session, String method, String path, String body) {
        return server.call(method, "/api/v1/admin/" + path, token, body, "X-Admin-Session", session);
    }

    @Test
    void code_opensASession_once() {
        var code = secret.codeAt(Instant.now());
        var opened = login(code);

        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(login(code).status()).isEqualTo(403);
        var session = opened.json().path("session").textValue();
        assertThat(ask(session, "GET", "tokens", "").json().path("tokens")).hasSize(1);
        assertThat(ask("gs_other", "GET", "tokens", "").status()).isEqualTo(403);
        assertThat(server.call("GET", "/api/v1/admin/tokens", token, "").status())
                .isEqualTo(403);
        assertThat(server.call("GET", "/api/v1/admin/tokens", TestServer.key("alice", "pro"), "")
                        .status())
                .isEqualTo(403);
        assertThat(ask(session, "DELETE", "session", "").status()).isEqualTo(204);
        assertThat(ask(session, "GET", "tokens", "").status()).isEqualTo(403);
    }

    @Test
    void guessing_isSlow_evenWithTheRightCodeInTheEnd() {
        for (int i = 0; i < 5; i++) {
            assertThat(login("000000x").status()).isEqualTo(403);
        }

        var refused = login(codes.getFirst().reveal());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).matches("[1-9]|[12][0-9]|30");
    }

    @Test
    void recoveryCode_opensASession_once() {
        assertThat(login(codes.getFirst().reveal()).status()).isEqualTo(201);
        assertThat(login(codes.getFirst().reveal()).status()).isEqualTo(403);
    }

    @Test
    void everythingThatAnOperatorDoes_isDone_andRecordedInItsName() {
        var session = login(codes.get(1).reveal()).json().path("session").textValue();
        var made = ask(session, "POST", "tokens", "{\"user\":\"alice\",\"tier\":\"pro\",\"expires_in_days\":3}");
        assertThat(made.status()).isEqualTo(201);
        var alice = made.json().path("token").textValue();
        var key = PrivateKey.generate(RANDOM).publicKey().base64();
        var device =
                server.call("POST", "/api/v1/devices", alice, "{\"name\":\"laptop\",\"public_key\":\"" + key + "\"}");

        assertThat(ask(session, "GET", "devices?user=alice", "").json().path("devices"))
                .hasSize(1);
        var id = device.json().path("id").textValue();
        assertThat(ask(session, "DELETE", "devices/" + id + "?user=bob", "").status())
                .isEqualTo(404);
        assertThat(ask(session, "DELETE", "devices/" + id + "?user=alice", "").status())
                .isEqualTo(204);
        assertThat(ask(session, "DELETE", "tokens/" + made.json().path("id").textValue(), "")
                        .status())
                .isEqualTo(204);
        assertThat(server.call("GET", "/api/v1/devices", alice, "").status()).isEqualTo(401);
        assertThat(ask(session, "GET", "servers", "").json().path("servers")).isEmpty();
        var entries = ask(session, "GET", "audit?after=2&limit=50", "").json().path("entries");
        assertThat(entries.findValuesAsText("actor"))
                .containsExactly("admin:root", "admin:root", "user:alice", "admin:root", "admin:root");
        assertThat(ask(session, "GET", "audit?limit=9999", "").status()).isEqualTo(400);
        assertThat(ask(session, "POST", "tokens", "{\"user\":\"a:b\",\"tier\":\"pro\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void plan_andApply_workOverHttp() {
        var session = login(codes.get(2).reveal()).json().path("session").textValue();
        var yaml = """
                servers:
                  - {id: x-1, name: X, endpoint: 192.0.2.1, port: 51820, region: x, country: X, tier: basic,
                     latitude: 0, longitude: 0, ipv4: 10.7.0.0/24}
                """;

        assertThat(ask(session, "POST", "plan", yaml).json().path("steps")).hasSize(1);
        assertThat(ask(session, "POST", "apply", yaml).json().path("steps")).hasSize(1);
        assertThat(ask(session, "POST", "apply", yaml).json().path("steps")).isEmpty();
        var other = ask(session, "POST", "apply", yaml.replace("x-1", "x-2"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("detail").textValue()).contains("server:x-1");
        assertThat(ask(session, "POST", "plan", "servers: [")
                        .json()
                        .path("detail")
                        .textValue())
                .contains("not YAML from line 1 on");
        assertThat(ask(session, "POST", "apply?remove=1", yaml.replace("x-1", "x-2"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void commands_workFromElsewhere() throws IOException {
        var tokenFile = Files.writeString(directory.resolve("token"), token);
        var session = directory.resolve("session");
        var where = List.of(
                "--api",
                "http://127.0.0.1:" + server.port(),
                "--token-file",
                tokenFile.toString(),
                "--session-file",
                session.toString());
        assertThat(run(where, "", "token", "list")).startsWith("1 ").contains("The session of `login` file");

        assertThat(run(where, codes.get(3).reveal() + "\n", "login")).startsWith("0 ");
        assertThat(Files.getPosixFilePermissions(session)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var made = run(where, "", "token", "create", "--user", "alice", "--tier", "pro");
        assertThat(made).startsWith("0 gk_");
        assertThat(run(where, "", "token", "list", "--user", "alice")).contains("alice\tpro", "valid");
        assertThat(run(where, "", "audit", "export")).contains("token.created");
        assertThat(run(where, "", "token", "revoke", made.substring(5, 17))).startsWith("0 ");
        assertThat(run(where, "", "token", "revoke", made.substring(5, 17)))
                .startsWith("1 ")
                .contains("There is no such token");
        assertThat(run(where, "", "device", "list", "--user", "alice")).startsWith("0 ID\tTIER");
        assertThat(run(where, "123456\n", "login")).startsWith("1 ").contains("The code is wrong");
    }

    /// @return exit code and everything that was printed
    private static String run(List<String> where, String input, String... arguments) {
        var out = new StringWriter();
        var line =
                Commands.line(_ -> Optional.empty(), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(where);
        return line.execute(all.toArray(String[]::new)) + " " + out;
    }
}
