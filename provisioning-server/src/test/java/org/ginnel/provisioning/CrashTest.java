// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.provisioning.TestServer.key;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server in a process of its own, killed while it writes.
class CrashTest {
    private static final Pattern PORT = Pattern.compile("event=\"listening\".* port=\"(\\d+)\"");
    private static final int BEFORE_THE_KILL = 60;

    @TempDir
    private Path directory;

    @Test
    void kill_inTheMiddleOfWriting_losesNothingThatWasAnswered()
            throws IOException, InterruptedException, SQLException {
        var answers = new ConcurrentHashMap<String, String>();
        for (int round = 0; round < 2; round++) {
            provisionUntilKilled(round, answers);
            assertThat(integrity()).isEqualTo("ok");
        }

        assertThat(answers).hasSizeGreaterThanOrEqualTo(2 * BEFORE_THE_KILL);
        assertThat(new HashSet<>(answers.values())).hasSameSizeAs(answers.keySet());
        try (var server = TestServer.start(directory)) {
            answers.forEach((device, config) -> {
                var again = server.postJson("/api/provision", keyOf(device), "{\"device_id\":\"" + device + "\"}");
                assertThat(again.status()).as(device + ": " + again.text()).isEqualTo(200);
                assertThat(address(again.json().path("config").textValue()))
                        .as(device)
                        .isEqualTo(config);
            });
        }
    }

    private void provisionUntilKilled(int round, Map<String, String> answers) throws IOException, InterruptedException {
        var process = spawn();
        try (var log = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var port = port(log);
            pool.execute(() -> log.lines().forEach(line -> assertThat(line).isNotNull()));
            var enough = new CountDownLatch(BEFORE_THE_KILL);
            for (int worker = 0; worker < 8; worker++) {
                var name = round + "-" + worker + "-";
                pool.execute(() -> {
                    for (int i = 0; provision(client, port, name + i, answers); i++) {
                        enough.countDown();
                    }
                });
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            process.destroyForcibly().waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process spawn() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.ginnel.provisioning.Main",
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--database",
                directory.resolve("test.db").toString()));
        builder.environment().put("GINNEL_SECRET", "4f1c9a7d20b86e35a1d4c7f09b2e6835");
        return builder.start();
    }

    private static int port(BufferedReader log) throws IOException {
        for (var line = log.readLine(); line != null; line = log.readLine()) {
            var found = PORT.matcher(line);
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
        }
        throw new AssertionError("the server ended before it listened");
    }

    /// @return false when the server is gone
    private static boolean provision(HttpClient client, int port, String device, Map<String, String> answers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/provision"))
                .header("X-API-Key", keyOf(device))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"device_id\":\"" + device + "\"}"))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                answers.put(device, address(response.body().replace("\\n", "\n")));
            }
            return response.statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Each worker's own, since a key may call only so often.
    private static String keyOf(String device) {
        return key("user" + device.substring(0, device.lastIndexOf('-')), "pro");
    }

    private static String address(String config) {
        return config.lines()
                .filter(line -> line.startsWith("Address = "))
                .findFirst()
                .orElseThrow();
    }

    private String integrity() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("test.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA integrity_check")) {
            return rows.getString(1);
        }
    }
}
