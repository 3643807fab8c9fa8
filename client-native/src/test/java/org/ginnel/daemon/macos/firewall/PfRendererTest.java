// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ginnel.daemon.Golden;
import org.ginnel.daemon.firewall.Policies;
import org.ginnel.daemon.machine.StatePolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PfRendererTest {
    /// What of `pf.conf(5)` we use: any other word is a mistake.
    private static final Pattern RULE =
            Pattern.compile("(pass|block drop|block return-icmp\\(filter-prohib, admin-unr\\))"
                    + "( in| out)? quick( on (lo0|utun22[67]))?( inet6?)?( proto (udp|tcp|icmp|ipv6-icmp))?"
                    + "( all| from \\S+( port = \\d+)? to \\S+( port = \\d+)?)( user = \\d+)?( flags (any|A/A))?"
                    + "( icmp6?-type \\d+ code \\d+)?( no state| keep state \\(if-bound\\))?( allow-opts)?"
                    + " label \"ginnel-\\d+-\\d+\" # security\\.md (\\d+)");

    static Stream<String> names() {
        return Policies.byName().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void render_policy_isItsGolden(String name) {
        Golden.assertGolden("macos/firewall/" + name + ".pf", render(name));
    }

    @Test
    void render_whatEveryStateOfTheMachineAsksFor_isItsGolden() {
        StatePolicies.assertGoldens("macos/states", ".pf", policy -> PfRenderer.render(policy, 0));
    }

    @ParameterizedTest
    @MethodSource("names")
    void render_everyRule_isOfOurGrammarAndCitesAParagraphThatExists(String name) throws IOException {
        var document = Files.readString(Path.of("../docs/security.md"));
        assertThat(render(name).lines()).allSatisfy(line -> {
            var rule = RULE.matcher(line);
            assertThat(rule.matches()).as(line).isTrue();
            assertThat(document).contains("\n### " + rule.group(rule.groupCount()) + " ");
        });
    }

    /// A state is asked before any rule, so outside the tunnel there may be none.
    @ParameterizedTest
    @MethodSource("names")
    void render_everyPass_keepsStateInTheTunnelAndNowhereElse(String name) {
        assertThat(render(name).lines().filter(line -> line.startsWith("pass")))
                .allSatisfy(line -> assertThat(line.contains("keep state (if-bound)"))
                        .as(line)
                        .isEqualTo(line.contains(" on utun")))
                .allSatisfy(line -> assertThat(line).matches(".*( no state| keep state).*"));
    }

    /// A rule that names addresses names their family, and addresses of that family.
    @ParameterizedTest
    @MethodSource("names")
    void render_families_fitTheirAddresses(String name) {
        assertThat(render(name).lines()).allSatisfy(line -> {
            var rule = line.substring(0, line.indexOf(" label "));
            assertThat(rule.contains("inet6 ")).as(line).isEqualTo(rule.contains(":") || rule.contains("inet6"));
            assertThat(rule.contains(" inet ") && rule.contains(":")).as(line).isFalse();
        });
    }

    @Test
    void render_namesAreRefusedBeforeApiTunnelAndLan() {
        var policy = Policies.closed(Set.of(Policies.GATEWAY4), Set.of(Policies.API4), List.of(Policies.TUNNEL), true);
        var rules = PfRenderer.render(policy, 501).lines().toList();
        var refusal = last(rules, "block return-icmp", "port = 853");
        assertThat(first(rules, "pass out quick on utun226 all")).isGreaterThan(refusal);
        assertThat(first(rules, "pass out quick inet proto tcp from any to 198.51.100.7 port = 443 user = 501"))
                .isGreaterThan(refusal);
        assertThat(first(rules, "pass out quick inet from any to 10.0.0.0/8")).isGreaterThan(refusal);
        assertThat(first(rules, "pass out quick on utun226 inet proto udp from any to 10.7.0.1 port = 53"))
                .isBetween(0, refusal);
    }

    @Test
    void render_theTunnelsAddress_isDroppedBeforeAnythingMayArrive() {
        var rules =
                PfRenderer.render(Policies.named("connected-lan"), 0).lines().toList();
        assertThat(first(rules, "block drop in quick inet from any to 10.7.0.2"))
                .isLessThan(first(rules, "pass in"))
                .isPositive();
    }

    @Test
    void render_closed_endsByRefusingEverything() {
        names().filter(name -> !name.equals("open"))
                .forEach(name -> assertThat(
                                render(name).lines().toList().reversed().subList(0, 2))
                        .satisfiesExactly(
                                last -> assertThat(last).startsWith("block drop in quick all "),
                                before -> assertThat(before)
                                        .startsWith("block return-icmp")
                                        .contains(" out quick all ")));
    }

    @Test
    void render_unresolvedEndpoint_isRefused() {
        var policy = Policies.closed(
                Set.of(InetSocketAddress.createUnresolved("vpn.example", 51820)), Set.of(), List.of(), false);
        assertThatThrownBy(() -> PfRenderer.render(policy, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String render(String name) {
        return PfRenderer.render(Policies.named(name), 0);
    }

    private static int first(List<String> rules, String start) {
        var found = rules.stream().filter(rule -> rule.startsWith(start)).findFirst();
        return found.map(rules::indexOf).orElse(-1);
    }

    private static int last(List<String> rules, String start, String part) {
        return rules.lastIndexOf(rules.stream()
                .filter(rule -> rule.startsWith(start) && rule.contains(part))
                .reduce((_, next) -> next)
                .orElseThrow());
    }
}
