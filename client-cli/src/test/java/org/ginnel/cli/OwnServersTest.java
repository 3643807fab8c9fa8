// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.control.Request;
import org.ginnel.devkit.FakeDaemon;
import org.ginnel.devkit.Golden;
import org.ginnel.devkit.Scenario;
import org.ginnel.devkit.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class OwnServersTest {
    private static final String SECRET = "YAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=";
    private static final String CONFIG = """
            [Interface]
            PrivateKey = %s
            Address = 10.9.0.2/32

            [Peer]
            PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
            AllowedIPs = 0.0.0.0/0
            Endpoint = 192.0.2.77:51820
            """.formatted(SECRET);

    @TempDir
    Path directory;

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void add_givesTheFileToTheService_andSaysWhatItIsCalled() throws IOException {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("servers", "add", file("Home.conf", CONFIG));

            var id = Servers.own("Home").id();
            assertThat(run.out())
                    .isEqualTo("Home is one of your servers now. `ginnel connect " + id + "` connects to it.\n");
            assertThat(daemon.requests()).contains(new Request.AddServer("Home", CONFIG));
            assertThat(run.out() + run.err()).doesNotContain(SECRET);

            assertThat(CommandLineRun.at(daemon.socket())
                            .run("servers", "add", file("Home.conf", CONFIG))
                            .out())
                    .isEqualTo("It was there already, and is called Home.\n");
        }
    }

    @Test
    void remove_forgetsOneOfOnesOwn_byIdOrName_andNoOther() throws IOException {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            CommandLineRun.at(daemon.socket()).run("servers", "add", file("Home.conf", CONFIG));
            var other = CommandLineRun.at(daemon.socket()).run("servers", "remove", "london");
            assertThat(other.code()).isEqualTo(ExitCode.NO_SUCH_SERVER);

            var run = CommandLineRun.at(daemon.socket()).run("servers", "remove", "home");

            assertThat(run.out()).isEqualTo("Home is gone, and so are its keys.\n");
            assertThat(daemon.requests())
                    .contains(new Request.RemoveServer(Servers.own("Home").id()));
        }
    }

    @Test
    void withJson_whatIsThereThen_isADocumentOfTheSchema() throws IOException {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var run = CommandLineRun.at(daemon.socket()).run("servers", "add", file("Home.conf", CONFIG), "--json");

            JsonSchema.ofDocs("servers.schema.json").check(run.out());
            assertThat(run.out()).contains("\"tier\" : \"own\"");
        }
    }

    @Test
    void aConfigWithCommands_isRefused_andTheLineIsNamed() throws IOException {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var hostile = file("Evil.conf", CONFIG.replace("[Peer]", "PostUp = id\n\n[Peer]"));
            var run = CommandLineRun.at(daemon.socket()).run("servers", "add", hostile);

            assertThat(run.code()).isEqualTo(ExitCode.CONFIG);
            Golden.check("servers-add-refused.txt", run.transcript(daemon.socket()));

            var json = CommandLineRun.at(daemon.socket()).run("servers", "add", hostile, "--json");
            JsonSchema.ofDocs("error.schema.json").check(json.out());
        }
    }

    @Test
    void aFileThatIsNoConfig_isNotSentAnywhere() throws IOException {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            var picture = directory.resolve("qr.png");
            Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});
            for (var file : new String[] {
                directory.resolve("missing.conf").toString(),
                directory.toString(),
                picture.toString(),
                file("large.conf", "#".repeat(Request.MAX_OWN_CONFIG + 1))
            }) {
                var run = CommandLineRun.at(daemon.socket()).run("servers", "add", file, "--json");

                assertThat(run.code()).as(file).isEqualTo(ExitCode.CONFIG);
                JsonSchema.ofDocs("error.schema.json").check(run.out());
            }
            assertThat(daemon.requests()).noneMatch(Request.AddServer.class::isInstance);
        }
    }

    @Test
    void otherWords_areNotUnderstood() {
        try (var daemon = FakeDaemon.start(Scenario.disconnected())) {
            assertThat(CommandLineRun.at(daemon.socket()).run("servers", "add").code())
                    .isEqualTo(ExitCode.USAGE);
            assertThat(CommandLineRun.at(daemon.socket())
                            .run("servers", "drop", "x")
                            .code())
                    .isEqualTo(ExitCode.USAGE);
        }
    }
}
