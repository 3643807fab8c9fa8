// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ginnel.provisioning.key.Caller;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final String OTHER = BlueprintTest.SERVERS
            .replace("servers:\n", "")
            .replace("x-1", "x-2")
            .replace("aaaa", "bbbb");
    private static final UserTerms ALICE = new UserTerms(new Caller("alice", "basic"), Optional.empty(), false);

    private static Blueprint blueprint(String yaml) {
        try {
            return Blueprint.parse(yaml.getBytes(StandardCharsets.UTF_8));
        } catch (FleetFileException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> between(String before, String after) {
        return Difference.between(Optional.of(blueprint(before).document()), List.of(ALICE), blueprint(after)).stream()
                .map(Step::toString)
                .toList();
    }

    @Test
    void theSame_differsInNothing_howeverItIsWritten() {
        var json = blueprint(BlueprintTest.SERVERS).document();

        assertThat(between(BlueprintTest.SERVERS, BlueprintTest.SERVERS)).isEmpty();
        assertThat(between(BlueprintTest.SERVERS, json)).isEmpty();
        assertThat(between(BlueprintTest.SERVERS, BlueprintTest.SERVERS.replace("weight: 2", "weight: 2.0")))
                .isEmpty();
    }

    @Test
    void everyChange_isNamed_secretsByNameOnly() {
        assertThat(between(
                        BlueprintTest.SERVERS + OTHER,
                        "max_devices: 3\ntiers: {pro: {name: Gold}}\n"
                                + BlueprintTest.SERVERS.replace("51820", "443").replace("aaaa", "cccc")))
                .containsExactly(
                        "~ server x-1: agent_token_sha256 (secret) -> (secret), port 51820 -> 443",
                        "- server x-2",
                        "~ settings: max_devices 3",
                        "+ tier pro: name Gold");
    }

    @Test
    void order_isASetting_unlessServersComeOrGo() {
        var turned = "servers:\n" + OTHER + BlueprintTest.SERVERS.replace("servers:\n", "");

        assertThat(between(BlueprintTest.SERVERS, BlueprintTest.SERVERS + OTHER))
                .singleElement()
                .asString()
                .startsWith("+ server x-2: ");
        assertThat(between(BlueprintTest.SERVERS + OTHER, turned))
                .containsExactly("~ settings: order x-1 x-2 -> x-2 x-1");
    }

    @Test
    void users_areComparedOnlyWhereTheyAreListed() {
        assertThat(between(BlueprintTest.SERVERS, BlueprintTest.SERVERS)).isEmpty();
        assertThat(between(BlueprintTest.SERVERS, "users: []\n" + BlueprintTest.SERVERS))
                .containsExactly("- user alice");
        assertThat(between(
                        BlueprintTest.SERVERS,
                        "users: [{id: alice, tier: pro, suspended: true}, {id: bob, tier: basic}]\n"
                                + BlueprintTest.SERVERS))
                .containsExactly("~ user alice: tier basic -> pro, suspended true", "+ user bob: tier basic");
    }
}
