// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.api.Origins;
import org.ginnel.provisioning.fleet.Blueprint;
import org.ginnel.provisioning.fleet.FleetFileException;
import org.ginnel.wireguard.IpNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `benchmark --service` measures is what a service did.
class LoadTest {
    @Test
    void provisionsOverHttp_areCounted_andNoAddressIsGivenTwice(@TempDir Path directory) throws FleetFileException {
        var fleet = Blueprint.parse("""
                servers:
                  - {id: bench-1, name: B, endpoint: 192.0.2.1, port: 51820, region: b, country: B, tier: basic,
                     latitude: 0, longitude: 0, ipv4: 10.0.0.0/8,
                     public_key: xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=}
                """.getBytes(StandardCharsets.UTF_8)).fleet();
        var loopback = List.of(IpNetwork.parse("127.0.0.0/8").orElseThrow());
        var settings = TestServer.settings(directory)
                .withFleet(fleet)
                .withOrigins(new Origins(loopback, Origins.Header.X_FORWARDED_FOR));
        try (var server = TestServer.start(settings)) {
            var out = new StringWriter();
            var secret = "4f1c9a7d20b86e35a1d4c7f09b2e6835";
            var line = Commands.line(name -> name.equals("GINNEL_SECRET") ? Optional.of(secret) : Optional.empty());
            line.setOut(new PrintWriter(out, true));

            var code = line.execute(
                    "benchmark", "--service", "127.0.0.1:" + server.port(), "--seconds", "1", "--clients", "32");

            assertThat(code).as(out.toString()).isZero();
            assertThat(out.toString())
                    .contains(" 0 refused", "addresses given twice     0", "the load itself")
                    .doesNotContain("provisions over HTTP      0 ");
        }
    }
}
