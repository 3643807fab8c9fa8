// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final String GOOD = "4f1c9a7d20b86e35a1d4c7f09b2e6835";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Map<String, String> environment, String... arguments) {
        var line = Commands.line(name -> Optional.ofNullable(environment.get(name)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void keyCreate_printsTheKeyAndNothingElse() throws IOException {
        var file = Files.writeString(directory.resolve("secret"), GOOD + "\n");

        assertThat(run(Map.of(), "key", "create", "--user", "u", "--tier", "pro", "--secret-file", file.toString()))
                .isZero();
        assertThat(out.toString().strip()).isEqualTo(TestServer.key("u", "pro"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void keyCreate_takesTheSecretFromTheEnvironmentToo() {
        assertThat(run(Map.of("GINNEL_SECRET", GOOD), "key", "create", "--user", "u", "--tier", "pro"))
                .isZero();
        assertThat(out.toString().strip()).isEqualTo(TestServer.key("u", "pro"));
    }

    @Test
    void keyCreate_forAUserThatCannotBe_saysWhatAUserIs() {
        assertThat(run(Map.of("GINNEL_SECRET", GOOD), "key", "create", "--user", "a:b", "--tier", "pro"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("a user id is 1 to 64");
    }

    @Test
    void serve_withoutASecret_saysHowToMakeOne() {
        assertThat(run(Map.of(), "serve")).isEqualTo(1);
        assertThat(err.toString())
                .contains("There is no secret")
                .contains("openssl rand")
                .hasLineCount(1);
    }

    @Test
    void serve_withTheDefaultSecret_refusesInOneLine() {
        assertThat(run(Map.of("GINNEL_SECRET", "CHANGE_THIS_SECRET_KEY"), "serve"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("published default").hasLineCount(1).doesNotContain("CHANGE_THIS");
    }

    @Test
    void serve_withAServersFileThatIsWrong_listsEveryProblem() throws IOException {
        var file =
                Files.writeString(directory.resolve("servers.json"), "{\"servers\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");

        assertThat(run(Map.of("GINNEL_SECRET", GOOD), "serve", "--servers", file.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains(file.toString())
                .contains("  server a: endpoint")
                .contains("  server b: ipv4")
                .doesNotContain("\tat ");
    }

    @Test
    void serve_inDevelopmentBeyondLoopback_isRefused() {
        assertThat(run(Map.of("GINNEL_SECRET", GOOD), "serve", "--development", "--listen", "0.0.0.0:0"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("loopback");
    }

    @Test
    void serve_whereTheDatabaseCannotBe_saysSo() {
        var nowhere = directory.resolve("no/such/place.db").toString();

        assertThat(run(Map.of("GINNEL_SECRET", GOOD), "serve", "--database", nowhere))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--database").hasLineCount(1);
    }

    @Test
    void serve_onAnAddressThatIsNone_isAWrongCall() {
        assertThat(run(Map.of("GINNEL_SECRET", GOOD), "serve", "--listen", "example.com:80"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("ADDRESS:PORT");
    }

    @Test
    void serve_onAPortThatIsTaken_saysSoAndFreesTheDatabase() throws IOException {
        var database = directory.resolve("test.db");
        try (var other = TestServer.start(Files.createDirectory(directory.resolve("other")))) {
            assertThat(run(
                            Map.of("GINNEL_SECRET", GOOD),
                            "serve",
                            "--database",
                            database.toString(),
                            "--listen",
                            "127.0.0.1:" + other.port()))
                    .isEqualTo(1);
        }
        assertThat(err.toString()).contains("cannot be listened on");
        TestServer.start(directory).close();
    }

    @Test
    void secret_isNeverAnArgument() {
        assertThat(run(Map.of(), "serve", "--secret", GOOD)).isEqualTo(2);
    }
}
