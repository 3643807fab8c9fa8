// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.daemon.Golden;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.firewall.Policies;
import org.ginnel.daemon.machine.StatePolicies;
import org.ginnel.daemon.windows.FixedAdapters;
import org.ginnel.daemon.windows.firewall.Condition.Interface;
import org.ginnel.daemon.windows.firewall.Condition.Local;
import org.ginnel.daemon.windows.firewall.Condition.Remote;
import org.ginnel.daemon.windows.firewall.Filter.Lifetime;
import org.ginnel.daemon.windows.firewall.Filter.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilterRendererTest {
    private static final Map<Lane, Long> LUIDS = FixedAdapters.all().existing();

    static Stream<String> names() {
        return Policies.byName().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void render_policy_isItsGolden(String name) {
        var text = render(name).stream().map(filter -> filter + "\n").collect(Collectors.joining());
        Golden.assertGolden("windows/firewall/" + name + ".filters", text);
    }

    @Test
    void render_whatEveryStateOfTheMachineAsksFor_isItsGolden() {
        StatePolicies.assertGoldens(
                "windows/states",
                ".filters",
                policy -> FilterRenderer.render(policy, LUIDS).stream()
                        .map(filter -> filter + "\n")
                        .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void render_everyFilter_citesAParagraphThatExists_andHasAKeyOfItsOwn(String name) throws IOException {
        var document = Files.readString(Path.of("../docs/security.md"));
        assertThat(render(name))
                .allSatisfy(filter -> assertThat(document).contains("\n### " + filter.paragraph() + " "))
                .extracting(Filter::key)
                .doesNotHaveDuplicates();
    }

    /// What needs a tunnel or an endpoint has no business after a restart.
    @ParameterizedTest
    @MethodSource("names")
    void render_whatOutlastsARestart_isTheSameWhileBooting_andNamesNoTunnel(String name) {
        var filters = render(name);
        var persistent = outlasting(filters, Lifetime.PERSISTENT);
        assertThat(outlasting(filters, Lifetime.BOOT)).isEqualTo(persistent);
        assertThat(persistent).allSatisfy(filter -> {
            assertThat(filter.paragraph()).isIn(1, 3, 4, 5, 8, 9, 11);
            assertThat(filter.conditions()).noneMatch(condition -> condition instanceof Interface);
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void render_families_fitTheirLayers(String name) {
        assertThat(render(name))
                .allSatisfy(filter -> assertThat(filter.conditions()).allSatisfy(condition -> {
                    var ipv4 = filter.layer().word().endsWith("4");
                    switch (condition) {
                        case Remote(var network) -> assertThat(network.isIpv4()).isEqualTo(ipv4);
                        case Local(var network) -> assertThat(network.isIpv4()).isEqualTo(ipv4);
                        case Condition.Loopback _,
                                Condition.Protocol _,
                                Condition.LocalPort _,
                                Condition.RemotePort _,
                                Interface _,
                                Condition.LocalSystem _ -> {}
                    }
                }));
    }

    /// Which of two filters of one weight is asked first is not known, so they have to agree.
    @ParameterizedTest
    @MethodSource("names")
    void render_filtersOfOneWeight_neverContradictEachOther(String name) {
        var verdicts = render(name).stream()
                .collect(Collectors.groupingBy(
                        filter -> filter.layer() + " " + filter.weight(),
                        Collectors.mapping(Filter::verdict, Collectors.toSet())));
        assertThat(verdicts.values()).allSatisfy(verdict -> assertThat(verdict).hasSize(1));
    }

    @Test
    void render_namesAreRefusedBeforeApiTunnelAndLan() {
        var policy = Policies.closed(Set.of(Policies.GATEWAY4), Set.of(Policies.API4), List.of(Policies.TUNNEL), true);
        var filters = FilterRenderer.render(policy, Map.of(Lane.FIRST, FixedAdapters.number(Lane.FIRST)));
        var refusal = filters.stream()
                .filter(filter -> filter.paragraph() == 5 && filter.verdict() == Verdict.BLOCK)
                .mapToInt(Filter::weight)
                .min()
                .orElseThrow();
        assertThat(filters)
                .filteredOn(filter -> Set.of(6, 7, 8).contains(filter.paragraph()))
                .hasSizeGreaterThan(6)
                .allSatisfy(filter -> assertThat(filter.weight()).isLessThan(refusal));
    }

    @Test
    void render_closed_refusesEverythingElseInEveryLayer() {
        names().filter(name -> !name.equals("open")).forEach(name -> {
            Set<Layer> blocked = new HashSet<>();
            render(name).stream()
                    .filter(filter ->
                            filter.weight() == 0 && filter.conditions().isEmpty())
                    .forEach(filter -> blocked.add(filter.layer()));
            assertThat(blocked)
                    .containsExactlyInAnyOrder(
                            Layer.CONNECT4,
                            Layer.CONNECT6,
                            Layer.ACCEPT4,
                            Layer.ACCEPT6,
                            Layer.FORWARD4,
                            Layer.FORWARD6);
        });
    }

    @Test
    void render_unresolvedEndpoint_isRefused() {
        var policy = Policies.closed(
                Set.of(InetSocketAddress.createUnresolved("vpn.example", 51820)), Set.of(), List.of(), false);
        assertThatThrownBy(() -> FilterRenderer.render(policy, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Filter> outlasting(List<Filter> filters, Lifetime lifetime) {
        return filters.stream()
                .filter(filter -> filter.lifetime() == lifetime)
                .map(filter -> filter.outliving(Lifetime.RUNNING))
                .toList();
    }

    static List<Filter> render(String name) {
        return FilterRenderer.render(Policies.named(name), LUIDS);
    }
}
