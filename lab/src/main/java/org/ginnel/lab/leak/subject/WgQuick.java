// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.subject;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;

/// `wg-quick`, the client that WireGuard itself comes with: it sets a tunnel up and ends.
public final class WgQuick implements Subject {
    /// The kill switch that wg-quick(8) documents, with the "additional similar lines" for IPv6 that it asks for.
    private static final String KILL_SWITCH = """
            PostUp = iptables -I OUTPUT ! -o %i -m mark ! --mark $(wg show %i fwmark) -m addrtype ! --dst-type LOCAL -j REJECT
            PostUp = ip6tables -I OUTPUT ! -o %i -m mark ! --mark $(wg show %i fwmark) -m addrtype ! --dst-type LOCAL -j REJECT
            PreDown = iptables -D OUTPUT ! -o %i -m mark ! --mark $(wg show %i fwmark) -m addrtype ! --dst-type LOCAL -j REJECT
            PreDown = ip6tables -D OUTPUT ! -o %i -m mark ! --mark $(wg show %i fwmark) -m addrtype ! --dst-type LOCAL -j REJECT
            """;

    private static final String INTERFACE = "wg0";

    private final String name;
    private final Lab lab;
    private final Configs configs;
    private final Tidy tidy;
    private Optional<Path> up = Optional.empty();

    private WgQuick(String name, Lab lab, String extra) throws IOException {
        this.name = name;
        this.lab = lab;
        this.configs = new Configs(lab, INTERFACE, extra);
        this.tidy = Tidy.of(lab);
    }

    /// As it comes.
    public static WgQuick plain(Lab lab) throws IOException {
        return new WgQuick("wg-quick", lab, "");
    }

    /// With the `PostUp` lines of its manual page, which need `iptables`.
    public static WgQuick withKillSwitch(Lab lab) throws IOException {
        return new WgQuick("wg-quick + PostUp", lab, KILL_SWITCH);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Lab lab() {
        return lab;
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of();
    }

    /// Down and up is all that it knows of switching.
    @Override
    public void connect(String gateway) throws IOException {
        disconnect();
        var config = configs.of(gateway);
        up = Optional.of(config);
        lab.client().run("wg-quick", "up", config.toString()).orThrow();
    }

    @Override
    public void disconnect() {
        up.ifPresent(config ->
                lab.client().run("wg-quick", "down", config.toString()).orThrow());
        up = Optional.empty();
    }

    @Override
    public void awaitTunnel(Duration patience) {
        throw new LabException("wg-quick does not come back by itself");
    }

    @Override
    public void awaitLoss(Duration patience) {
        throw new LabException("wg-quick does not notice");
    }

    @Override
    public Optional<Path> state() {
        return Optional.empty();
    }

    @Override
    public List<ProcessHandle> daemon() {
        return List.of();
    }

    @Override
    public void startDaemon() {
        throw new LabException("wg-quick has no daemon");
    }

    @Override
    public void turn(Ability ability, boolean on) {
        throw new LabException("wg-quick cannot " + ability.inWords());
    }

    /// It promises to put nothing back after a crash, so nothing is told.
    @Override
    public List<String> reset() throws IOException {
        up.ifPresent(config -> lab.client().run("wg-quick", "down", config.toString()));
        up = Optional.empty();
        tidy.restore(process -> false);
        return List.of();
    }

    @Override
    public void close() throws IOException {
        lab.close();
    }
}
