// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NftRendererTest {
    private static final Pattern CITATION = Pattern.compile("# security\\.md (\\d+)");

    static Stream<String> names() {
        return Policies.byName().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void render_policy_isItsGolden(String name) {
        Golden.assertGolden("linux/firewall/" + name + ".nft", render(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void render_everyRule_citesAParagraphThatExists(String name) throws IOException {
        var document = Files.readString(Path.of("../docs/security.md"));
        var rules = render(name).lines().filter(line -> line.startsWith("    ") && !line.startsWith("    type "));
        assertThat(rules).allSatisfy(rule -> {
            var citation = CITATION.matcher(rule);
            assertThat(citation.find()).as(rule).isTrue();
            assertThat(document).contains("\n### " + citation.group(1) + " ");
        });
    }

    @Test
    void render_namesAreRefusedBeforeApiTunnelAndLan() {
        var policy = Policies.closed(Set.of(Policies.GATEWAY4), Set.of(Policies.API4), List.of(Policies.TUNNEL), true);
        var text = NftRenderer.render(policy, 0, true);
        assertThat(chain(text, "names").lines()).last().asString().startsWith("    counter reject ");
        var output = chain(text, "output");
        var refusal = output.indexOf("th dport { 53, 853 } goto names");
        assertThat(refusal).isPositive();
        assertThat(output.indexOf("skuid")).isGreaterThan(refusal);
        assertThat(output.indexOf("oifname \"ginnel0\" accept")).isGreaterThan(refusal);
        assertThat(output.indexOf("    ip daddr { 10.0.0.0/8, 172.16.0.0/12")).isGreaterThan(refusal);
    }

    @Test
    void render_output_trustsNoConnectionBecauseItIsOld() {
        var closed = names().filter(name -> !name.equals("open")).map(NftRendererTest::render);
        assertThat(closed)
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        text -> assertThat(chain(text, "output")).isNotEmpty().doesNotContain("ct state", "ct mark"));
    }

    @Test
    void render_packetsAreRoutedAgain_onlyWhereATunnelWasLeft() {
        assertThat(names().filter(name -> render(name).contains("type route"))).containsExactly("leaving");
    }

    @Test
    void render_unresolvedEndpoint_isRefused() {
        var policy = Policies.closed(
                Set.of(InetSocketAddress.createUnresolved("vpn.example", 51820)), Set.of(), List.of(), false);
        assertThatThrownBy(() -> NftRenderer.render(policy, 0, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void render_withoutArp_namesTheFamilyNowhere() {
        assertThat(NftRenderer.render(Policies.named("connected"), 0, false)).doesNotContain("arp");
    }

    private static String render(String name) {
        return NftRenderer.render(Policies.named(name), 0, true);
    }

    private static String chain(String text, String name) {
        var start = text.indexOf("  chain " + name + " {");
        return start < 0 ? "" : text.substring(start, text.indexOf("\n  }\n", start));
    }
}
