// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.dns;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.dns.DnsPlan;
import org.ginnel.daemon.port.Dns;
import org.ginnel.daemon.windows.WindowsCalls;
import org.ginnel.daemon.windows.WindowsNames;
import org.ginnel.daemon.windows.dns.NameSettings.Setting;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The resolver settings of Windows: a rule of our own for every name, and the tunnel's own interface.
/// Nothing of anybody else's is overwritten. Never run on Windows so far.
///
/// Where a group policy has rules, Windows reads those and no others; the firewall then refuses what they
/// ask.
public final class WindowsDns implements Dns {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsDns.class);

    private final Registry registry;
    private Optional<DnsPlan> used = Optional.empty();

    /// That of this machine.
    public WindowsDns() {
        this(new NativeRegistry());
    }

    WindowsDns(Registry registry) {
        this.registry = registry;
    }

    @Override
    public Optional<ErrorCause> use(DnsPlan plan) {
        var lane = lane(plan);
        var refused = first(NameSettings.of(lane, plan).stream().map(this::set))
                .or(() -> tell(lane, plan))
                .or(() -> leaveOthers(lane));
        if (refused.isPresent()) {
            var _ = restore();
            return refused;
        }
        registry.flushNames();
        used = Optional.of(plan);
        return Optional.empty();
    }

    private Optional<ErrorCause> leaveOthers(Lane lane) {
        used.map(WindowsDns::lane).filter(before -> before != lane).ifPresent(this::untell);
        return first(lane.others().stream()
                .flatMap(other -> NameSettings.ofInterface(other).stream())
                .map(this::delete));
    }

    /// Where the function is missing, the registry is all that is read. Of a family without a resolver a
    /// refusal is none, as the machine may not speak it.
    private Optional<ErrorCause> tell(Lane lane, DnsPlan plan) {
        var search = String.join(",", plan.domains());
        return first(Stream.of(true, false).map(ipv4 -> {
            var servers = NameSettings.servers(plan, ipv4);
            var refused = WindowsCalls.refusal(
                    Part.DNS,
                    "SetInterfaceDnsSettings",
                    registry.tell(WindowsNames.adapter(lane), ipv4, servers, search),
                    Registry.NO_FUNCTION);
            return servers.isEmpty() ? Optional.<ErrorCause>empty() : refused;
        }));
    }

    /// The interface may be gone.
    private void untell(Lane lane) {
        for (var ipv4 : List.of(true, false)) {
            var code = registry.tell(WindowsNames.adapter(lane), ipv4, "", "");
            LOG.debug("resolvers of {} taken back: {}", lane.device(), code);
        }
    }

    private static Lane lane(DnsPlan plan) {
        return Lane.ofDevice(plan.device()).orElseThrow(() -> new IllegalArgumentException("no lane has this device"));
    }

    @Override
    public Optional<ErrorCause> restore() {
        used.map(plan -> List.of(lane(plan)))
                .orElseGet(() -> List.of(Lane.values()))
                .forEach(this::untell);
        used = Optional.empty();
        var rule = WindowsCalls.refusal(
                Part.DNS, "RegDeleteTreeW", registry.deleteKey(NameSettings.rule()), Registry.NONE);
        var interfaces = Arrays.stream(Lane.values())
                .flatMap(lane -> NameSettings.ofInterface(lane).stream())
                .map(this::delete)
                .toList();
        registry.flushNames();
        return first(Stream.concat(Stream.of(rule), interfaces.stream()));
    }

    private static Optional<ErrorCause> first(Stream<Optional<ErrorCause>> calls) {
        return calls.flatMap(Optional::stream).findFirst();
    }

    private Optional<ErrorCause> set(Setting setting) {
        return WindowsCalls.refusal(
                Part.DNS, "RegSetKeyValueW", registry.set(setting.key(), setting.name(), setting.value()));
    }

    private Optional<ErrorCause> delete(Setting setting) {
        return WindowsCalls.refusal(
                Part.DNS, "RegDeleteKeyValueW", registry.deleteValue(setting.key(), setting.name()), Registry.NONE);
    }

    /// The rule is what counts, and nobody but us writes it; what the interface was told, Windows keeps as it
    /// likes.
    @Override
    public boolean stands() {
        return used.map(plan -> NameSettings.ofRule(plan).stream().allMatch(this::stands))
                .orElse(true);
    }

    private boolean stands(Setting setting) {
        return registry.get(setting.key(), setting.name())
                .filter(setting.value()::equals)
                .isPresent();
    }

    @Override
    public String method() {
        return "nrpt";
    }
}
