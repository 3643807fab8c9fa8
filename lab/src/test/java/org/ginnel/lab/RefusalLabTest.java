// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.machine.Finished;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.operator.Impostor;
import org.ginnel.lab.operator.Operator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a user is told when a request fails, with the exit codes of `docs/cli.md`; the computer stays as it was.
class RefusalLabTest {
    private static Demo demo;
    private String before = "";

    @BeforeAll
    static void start() throws IOException {
        demo = Demos.start(LabPlan.DEFAULT.legacy());
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    @AfterEach
    void computer_isAsItWas() throws IOException {
        assertThat(demo.client().snapshot()).isEqualTo(before);
        assertThat(demo.client().exitSeenBy(Family.IPV4)).isEqualTo(Addresses.DIRECT4);
        demo.ginnel("logout").orThrow();
    }

    @Test
    void wrongKey_isToldAsSuch() throws IOException {
        before = demo.client().snapshot();
        assertRefused(login("alice_pro_0000000000000000"), 5, "does not accept this key");
    }

    @Test
    void connect_withoutLogin_saysHowToLogIn() throws IOException {
        before = demo.client().snapshot();
        assertRefused(demo.ginnel("connect", "--wait"), 5, "ginnel login");
    }

    @Test
    void apiThatIsGone_isNotTakenForAWrongKey() throws IOException {
        before = demo.client().snapshot();
        demo.operator().stopApi();
        try {
            assertRefused(login(demo.operator().key("alice", "pro")), 6, "cannot be reached");
        } finally {
            demo.operator().startApi();
        }
    }

    @Test
    void htmlPage_isToldAsAnAnswerThatNobodyUnderstands() throws IOException {
        before = demo.client().snapshot();
        demo.operator().stopApi();
        try (var _ =
                new Impostor(demo.lab(), demo.operator(), Impostor.always(502, "text/html", "<h1>Bad gateway</h1>"))) {
            assertRefused(login(demo.operator().key("alice", "pro")), 7, "502");
        } finally {
            demo.operator().startApi();
        }
    }

    @Test
    void basicKey_doesNotOpenTokyo() throws IOException {
        login(demo.operator().key("bob", "basic")).orThrow();
        before = demo.client().snapshot();
        assertRefused(demo.ginnel("connect", "jp-tyo-1", "--wait"), 8, "jp-tyo-1");
    }

    @Test
    void configWithPostUp_isRefusedByNameAndNeverRun() throws IOException {
        login(demo.operator().key("alice", "pro")).orThrow();
        before = demo.client().snapshot();
        demo.operator().stopApi();
        try (var _ = new Impostor(demo.lab(), demo.operator(), hostile())) {
            assertRefused(demo.ginnel("connect", "nl-ams-1", "--wait"), 7, "PostUp");
        } finally {
            demo.operator().startApi();
        }
        assertThat(demo.client().run("test", "-e", "/run/pwned").exit()).isEqualTo(1);
    }

    private static Finished login(String key) {
        return demo.ginnel("login", key, "--api", Operator.API);
    }

    private static void assertRefused(Finished finished, int exit, String words) {
        var said = finished.err() + finished.out();
        assertThat(finished.exit()).as(said).isEqualTo(exit);
        assertThat(finished.err()).contains(words).doesNotContain("Exception", "\tat ");
    }

    /// Agrees to everything with one config, otherwise perfect, that wants to run a program as root. It knows the
    /// legacy surface only, whether or not the daemon has found that out of the API before it.
    private static HttpHandler hostile() throws IOException {
        var gateway = demo.lab().gateway("gw1");
        var config =
                """
                [Interface]
                Address = 10.7.0.2/24, fddd:2c4:2c4:2c4::2/64
                DNS = 10.7.0.1
                PostUp = touch /run/pwned

                [Peer]
                PublicKey = %s
                AllowedIPs = 0.0.0.0/0, ::/0
                Endpoint = %s:51820
                """.formatted(gateway.publicKey().base64(), gateway.addresses().endpoint4());
        var server = Map.of(
                "id", "nl-ams-1",
                "name", "Amsterdam",
                "endpoint", gateway.addresses().endpoint4(),
                "port", Addresses.WIREGUARD_PORT,
                "region", "nl-ams",
                "country", "Netherlands",
                "tier", "basic",
                "latitude", 52.37,
                "longitude", 4.9);
        var servers = List.of(server);
        var answer = Map.of(
                "success",
                true,
                "config",
                config,
                "client_name",
                "alice",
                "server",
                server,
                "available_servers",
                servers,
                "servers",
                servers,
                "tier",
                "pro",
                "tier_info",
                Map.of("name", "Pro", "max_servers", 15, "description", "all"));
        var agreeing = Impostor.always(200, "application/json", new ObjectMapper().writeValueAsString(answer));
        var missing = Impostor.always(404, "text/html", "<h1>Not found</h1>");
        return call -> (call.getRequestURI().getPath().startsWith("/api/v1/") ? missing : agreeing).handle(call);
    }
}
