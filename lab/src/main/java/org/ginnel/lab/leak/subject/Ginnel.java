// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.subject;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ginnel.control.ControlClient;
import org.ginnel.control.ControlException;
import org.ginnel.control.Reply;
import org.ginnel.control.Request;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.operator.Operator;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.TunnelView;

/// Ginnel as users have it: the real daemon, asked over its socket and by the real command line, and a real
/// operator.
public final class Ginnel implements Subject {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_DAY_AND_MORE = Duration.ofHours(25);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final int NOT_UNDERSTOOD = 2;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Demo demo;
    private final Tidy tidy;
    private final Configs configs;
    private final Set<Ability> abilities = EnumSet.noneOf(Ability.class);

    /// The ids of servers of the user's own. A device of `/api/v1` has both families everywhere, so that what has
    /// IPv4 only there is one of these.
    private final Map<String, String> own = new HashMap<>();

    private int logins;

    private Ginnel(String name, Demo demo) throws IOException {
        this.name = name;
        this.demo = demo;
        this.tidy = Tidy.of(demo.lab());
        this.configs = new Configs(demo.lab(), "home", "");
    }

    /// Takes over a demo in which nobody has logged in yet, and logs in.
    ///
    /// @param name the head of its column
    public static Ginnel in(String name, Demo demo) throws IOException {
        var ginnel = new Ginnel(name, demo);
        ginnel.login();
        return ginnel;
    }

    /// As users begin: the servers are known, and how far away they are. Each time as another user: who starts over
    /// has forgotten the device that counts as one of the last one's.
    private void login() throws IOException {
        logins++;
        demo.ginnel("login", demo.operator().key("leaks-" + logins, "pro"), "--api", Operator.API)
                .orThrow();
        demo.ginnel("servers", "--measure").orThrow();
        for (var gateway : lab().gateways()) {
            var machine = gateway.machine().name();
            if (hasDevices() && !lab().site(machine).ipv6()) {
                own.put(machine, add(machine));
            }
        }
    }

    private String id(String gateway) {
        return own.getOrDefault(gateway, lab().site(gateway).id());
    }

    private String add(String gateway) throws IOException {
        demo.operator().befriend(gateway, configs.publicKey());
        var added = demo.ginnel("servers", "add", configs.of(gateway).toString(), "--json")
                .orThrow();
        for (var server : JSON.readTree(added.out()).path("servers")) {
            if (server.path("tier").asText().equals("own")) {
                return server.path("id").textValue();
            }
        }
        throw new LabException("it was added and is not there: " + added.out());
    }

    private boolean hasDevices() {
        return lab().plan().devices();
    }

    private boolean mends() throws IOException {
        connect("gw1");
        try {
            return new Mending(lab().client().machine()).after(Mending.DELETION).isPresent();
        } finally {
            reset();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Lab lab() {
        return demo.lab();
    }

    /// Found out when first asked for, which has to be while it is not connected.
    @Override
    public Set<Ability> abilities() throws IOException {
        if (abilities.isEmpty()) {
            abilities.addAll(EnumSet.of(
                    Ability.RECOVERY,
                    Ability.DAEMON,
                    Ability.STATE,
                    Ability.LAN_SWITCH,
                    Ability.UPGRADE,
                    Ability.RELEASE));
            if (hasDevices()) {
                abilities.addAll(EnumSet.of(Ability.CHOICE, Ability.ENDPOINTS, Ability.KEYS));
            }
            if (demo.ginnel("settings", "lockdown", "off").exit() != NOT_UNDERSTOOD) {
                abilities.add(Ability.LOCKDOWN);
            }
            if (demo.ginnel("help", "pause").exit() != NOT_UNDERSTOOD) {
                abilities.add(Ability.PAUSE);
            }
            if (mends()) {
                abilities.add(Ability.MENDING);
            }
        }
        return Set.copyOf(abilities);
    }

    @Override
    public void connect(String gateway) {
        ask(new Request.Connect(new Target.Chosen(id(gateway)), true));
    }

    /// As [#connect(String)], without waiting for more than that the daemon has heard it.
    public void beginToConnect(String gateway) {
        ask(new Request.Connect(new Target.Chosen(id(gateway)), false));
    }

    @Override
    public void connectToBest() {
        ask(new Request.Connect(new Target.Fastest(), true));
    }

    /// As [#connectToBest()], without waiting for more than that the daemon has heard it.
    public void beginToConnectToBest() {
        ask(new Request.Connect(new Target.Fastest(), false));
    }

    @Override
    public void changeKeys() throws IOException {
        endWithOldKeys();
        startDaemon();
        demo.daemon().process().awaitErrorLine(line -> line.contains("Switching on Proven -> Connected"), PATIENCE);
    }

    /// Kills the daemon. When it starts again its key was made a day and an hour before, as far as it knows.
    public void endWithOldKeys() throws IOException {
        daemon().forEach(ProcessHandle::destroyForcibly);
        demo.daemon().process().await(PATIENCE);
        var file = demo.daemon().state().resolve("state.json");
        var state = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
        var key = (ObjectNode) state.path("login").path("device").path("inUse");
        key.put("made", Instant.now().minus(A_DAY_AND_MORE).toString());
        Files.write(file, JSON.writeValueAsBytes(state));
    }

    @Override
    public void disconnect() {
        ask(new Request.Disconnect());
    }

    /// As [#disconnect()], without waiting for the answer.
    public void beginToDisconnect() {
        Thread.ofVirtual().name("disconnect").start(() -> {
            try (var daemon = ControlClient.connect(demo.daemon().socket(), "leaks")) {
                daemon.call(new Request.Disconnect());
            } catch (ControlException e) {
                // The daemon was killed before it answered, which is the point.
                return;
            }
        });
    }

    /// Whether a firewall of ours stands: there is none in an open state.
    public boolean isClosed() {
        return lab().client().run("nft", "list", "tables").orThrow().out().contains("inet ginnel");
    }

    /// The programs that the daemon uses at this moment, but for the engines.
    public List<ProcessHandle> helpers() throws IOException {
        var others = new ArrayList<>(lab().client().machine().inhabitants());
        others.removeAll(engines());
        others.removeAll(daemon());
        return others;
    }

    /// What is not as it was before anything ran.
    public List<String> leftovers() throws IOException {
        return tidy.differences();
    }

    private void ask(Request request) {
        try (var daemon = ControlClient.connect(demo.daemon().socket(), "leaks")) {
            var reply = daemon.call(request, PATIENCE)
                    .orElseThrow(() -> new LabException("the daemon did not answer " + request + " in a minute"));
            if (!(reply instanceof Reply.Done)) {
                throw new LabException("the daemon answered " + request + " with " + reply);
            }
        } catch (ControlException e) {
            throw new LabException("the daemon does not answer: " + e.errorCause(), e);
        }
    }

    @Override
    public void awaitTunnel(Duration patience) {
        new Views(demo.daemon().socket()).await(TunnelView.Connected.class::isInstance, patience);
    }

    /// Returns the state in which the daemon rests: connected or disconnected. From a block it goes on by
    /// itself, or this fails.
    public TunnelView awaitRest(Duration patience) {
        return new Views(demo.daemon().socket()).await(Ginnel::rests, patience);
    }

    private static boolean rests(TunnelView view) {
        return switch (view) {
            case TunnelView.Connected _, TunnelView.Disconnected _, TunnelView.Locked _, TunnelView.Paused _ -> true;
            case TunnelView.Connecting _, TunnelView.Reconnecting _, TunnelView.Disconnecting _, TunnelView.Blocked _ ->
                false;
        };
    }

    @Override
    public void awaitLoss(Duration patience) {
        new Views(demo.daemon().socket()).await(view -> !(view instanceof TunnelView.Connected), patience);
    }

    @Override
    public Optional<Path> state() {
        return Optional.of(demo.daemon().state());
    }

    @Override
    public List<ProcessHandle> daemon() {
        return ProcessHandle.of(demo.daemon().process().pid()).stream().toList();
    }

    @Override
    public void startDaemon() throws IOException {
        // Its end may have reached everybody but us yet.
        demo.daemon().process().await(AT_ONCE);
        demo.daemon().restart();
    }

    @Override
    public void upgrade() throws IOException {
        demo.daemon().upgrade(Path.of("/run/lab/upgrade"));
    }

    @Override
    public void release() {
        var argv = demo.programs().daemon("--release");
        lab().client()
                .machine()
                .run(argv, demo.daemon().environment(), PATIENCE)
                .orThrow();
    }

    @Override
    public void turn(Ability ability, boolean on) {
        switch (ability) {
            case LAN_SWITCH -> demo.ginnel("settings", "lan", on ? "on" : "off").orThrow();
            case LOCKDOWN ->
                demo.ginnel("settings", "lockdown", on ? "on" : "off").orThrow();
            case PAUSE -> demo.ginnel(on ? "pause" : "resume").orThrow();
            case RECOVERY, DAEMON, STATE, MENDING, UPGRADE, RELEASE, CHOICE, ENDPOINTS, KEYS ->
                throw new LabException(ability.inWords() + " is no switch");
        }
    }

    @Override
    public List<String> reset() throws IOException {
        try {
            if (!demo.daemon().process().isAlive()) {
                startDaemon();
            }
            disconnect();
            var left = tidy.differences();
            if (left.isEmpty()) {
                return left;
            }
            startOver();
            return left;
        } catch (LabException e) {
            startOver();
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private void startOver() throws IOException {
        tidy.restore(process -> false);
        try (var files = Files.walk(demo.daemon().state())) {
            forget(files, demo.daemon().state());
        }
        startDaemon();
        login();
    }

    private static void forget(Stream<Path> files, Path directory) throws IOException {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
            if (!file.equals(directory)) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        demo.close();
    }
}
