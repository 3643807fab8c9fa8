// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.key.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueprintTest {
    static final String SERVERS = """
            servers:
              - id: x-1
                name: Oslo
                endpoint: oslo.vpn.example.com
                port: 51820
                region: eu
                country: NO
                tier: basic
                latitude: 59.9
                longitude: 10.7
                weight: 2
                capacity: 1000
                ipv4: 10.7.0.0/24
                agent_token: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            """;

    private static Blueprint parse(String yaml) throws FleetFileException {
        return Blueprint.parse(yaml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void yaml_saysServersTiersLimitsAndUsers() throws FleetFileException {
        var blueprint = parse("""
                devices: {ipv4: 10.64.0.0/12}
                max_devices: 5
                usage_days: 7
                key_rotation: {days: 30, warn_days: 5, ends_after_days: 45}
                tiers:
                  pro: {name: Gold, description: All of it, max_devices: 20}
                users:
                  - {id: alice, tier: pro}
                  - {id: bob, tier: basic, max_devices: 2, suspended: true}
                """ + SERVERS);

        var fleet = blueprint.fleet();
        assertThat(fleet.gateways().getFirst().server().country()).isEqualTo("NO");
        assertThat(fleet.gateways().getFirst().server().weight()).contains(2.0);
        assertThat(fleet.gateways().getFirst().agentToken()).contains(new AgentToken("a".repeat(40)));
        assertThat(fleet.describe("pro").name()).isEqualTo("Gold");
        assertThat(fleet.maxDevices("pro")).isEqualTo(20);
        assertThat(fleet.maxDevices("basic")).isEqualTo(5);
        assertThat(fleet.terms().usageDays()).isEqualTo(7);
        assertThat(fleet.terms().keys().end()).contains(Duration.ofDays(45));
        assertThat(blueprint.users().orElseThrow())
                .containsExactly(
                        new UserTerms(new Caller("alice", "pro"), Optional.empty(), false),
                        new UserTerms(new Caller("bob", "basic"), Optional.of(2), true));
    }

    @Test
    void whatIsKept_hasHashesOfTokensOnly_noUsers_andReadsTheSame() throws FleetFileException {
        var blueprint = parse("users: [{id: alice, tier: pro}]\n" + SERVERS);

        assertThat(blueprint.document())
                .doesNotContain("aaaaaaaa", "alice")
                .contains("\"agent_token_sha256\":\"" + new AgentToken("a".repeat(40)).hashText());
        assertThat(Blueprint.ofDocument(blueprint.document()))
                .isEqualTo(new Blueprint(blueprint.document(), blueprint.fleet(), Optional.empty()));
        assertThat(blueprint).hasToString("Blueprint[1 servers]");
    }

    @Test
    void json_isYamlToo() throws FleetFileException {
        var json = Blueprint.ofDocument(parse(SERVERS).document());

        assertThat(json.fleet()).isEqualTo(parse(SERVERS).fleet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "servers: &a [*a] | line 1 has an anchor",
                "a: &x [1]\\nb: [*x, *x] | anchor",
                "servers: !!java.lang.Runtime {} | has a tag",
                "servers: !x y | has a tag",
                "servers: []\\nservers: [] | from line 2 on",
                "--- a\\n--- b | several documents",
                "servers: [ | not YAML from line 1 on",
                "servers: [] | is not a list of 1 to 4096",
                "server: [] | there is no field 'server'",
                "users: [{id: alice, tier: gold}] | tier is \"basic\" or \"pro\"",
                "users: [{id: alice, tier: pro}, {id: alice, tier: pro}] | alice stands twice",
                "users: [{id: 'a:b', tier: pro}] | a user id is",
                "users: [{id: alice, tier: pro, admin: true}] | there is no field 'admin'",
                "tiers: {gold: {name: Gold}} | tiers are \"basic\" and \"pro\"",
                "key_rotation: {days: 10, warn_days: 20} | warn_days 0 to days",
                "key_rotation: {days: 10, warn_days: 1, ends_after_days: 5} | ends_after_days is days or more",
                "usage_days: 400 | usage_days is a whole number from 0 to 366",
            })
    void whatCannotBe_isRefused_withTheReason(String yaml, String why) {
        var text = yaml.replace("\\n", "\n") + (yaml.contains("server") ? "" : "\n" + SERVERS);

        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(FleetFileException.class)
                .hasMessageContaining(why);
    }

    @Test
    void hostileText_costsNothing() {
        var deep = "[".repeat(100_000);
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        for (var text : List.of(deep, bomb.toString(), "x: " + "y".repeat(5000), "\0", "a: \ud800")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThatThrownBy(() -> parse(text)).isInstanceOf(FleetFileException.class));
        }
        assertThatThrownBy(() -> Blueprint.parse(new byte[FleetFile.MAX_BYTES + 1]))
                .hasMessageContaining("more than");
    }

    @Test
    void secrets_areNeverRepeated() {
        assertThatThrownBy(() -> parse(SERVERS.replace("port: 51820", "port: x")))
                .hasMessageNotContaining("aaaaaaaa");
        assertThatThrownBy(() -> parse(SERVERS.replace("agent_token: ", "agent_token: short #")))
                .hasMessageContaining("server x-1: an agent token is")
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> parse("private_key: x\n" + SERVERS)).hasMessageContaining("a private key");
    }
}
