// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.provisioning.TestServer.key;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What may stand in a log: that a call was made, and how it ended. Nothing about who made it.
class LogTest {
    private final Logger ginnel = (Logger) LoggerFactory.getLogger("org.ginnel");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ginnel.setLevel(Level.TRACE);
        ginnel.setAdditive(false);
        ginnel.addAppender(log);
    }

    @AfterEach
    void leave() {
        ginnel.detachAppender(log);
        ginnel.setAdditive(true);
        ginnel.setLevel(null);
    }

    @Test
    void noCall_leavesKeysNamesOrAddressesInTheLog(@TempDir Path directory) {
        var pro = key("Zaphod", "pro");
        var own = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";
        var config = "";
        var name = "";
        try (var server = TestServer.start(directory)) {
            server.get("/api/servers?token=sesame", "X-API-Key", pro);
            server.get("/api/servers", "X-API-Key", "sesame");
            server.get("/sesame%0aopen");
            var answer = server.postJson("/api/provision", pro, "{\"device_name\":\"sesame\"}")
                    .json();
            config = answer.path("config").textValue();
            name = answer.path("client_name").textValue();
            server.postJson("/api/provision", pro, "{\"public_key\":\"" + own + "\",\"device_id\":\"sesame\"}");
            server.postJson("/api/provision", pro, "{\"public_key\":\"sesame\"}");
            server.postJson("/api/revoke", pro, "{\"client_name\":\"" + name + "\"}");
        }

        var text = log.list.stream()
                .map(event -> event.getFormattedMessage() + " " + event.getKeyValuePairs())
                .toList();
        assertThat(text)
                .hasSizeGreaterThanOrEqualTo(7)
                .allMatch(line -> line.lines().count() == 1);
        assertThat(String.join("\n", text))
                .contains("/api/provision")
                .doesNotContain(List.of("sesame", "Zaphod", pro, own, name, "127.0.0.1", "10.7.0."))
                .doesNotContain(config.lines()
                        .filter(line -> line.contains("Key = "))
                        .map(line -> line.replaceFirst(".* = ", ""))
                        .toList());
    }
}
