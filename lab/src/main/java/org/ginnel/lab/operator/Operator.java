// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ginnel.lab.Lab;
import org.ginnel.lab.LabException;
import org.ginnel.lab.machine.Running;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.program.Programs;
import org.ginnel.provisioning.key.Caller;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.wireguard.PublicKey;

/// Our provisioning server and our agents, each in a process of its own on its own machine of the lab. They end with
/// the lab.
///
/// The client trusts the certificate of the API: it is in its `/etc/ginnel/ca.pem`.
public final class Operator {
    /// Where the client finds the API.
    public static final String API = "https://" + Addresses.API_NAME;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Lab lab;
    private final Programs programs;
    private final OperatorFiles files;
    private final Map<String, Running> agents = new LinkedHashMap<>();
    private Running api;

    private Operator(Lab lab, Programs programs, OperatorFiles files) {
        this.lab = lab;
        this.programs = programs;
        this.files = files;
        this.api = launchApi();
        for (int i = 0; i < lab.gateways().size(); i++) {
            var machine = lab.gateways().get(i).machine();
            var site = lab.plan().gateways().get(i).id();
            agents.put(machine.name(), machine.start(programs.agent(files.agentArguments(site)), Map.of()));
        }
    }

    /// Sets up an operator for the gateways of `lab` and returns when the API and the agents are at work.
    public static Operator start(Lab lab, Programs programs) throws IOException {
        var files = OperatorFiles.make(lab, Path.of("/run/lab/operator"), programs);
        var trusted = Files.createDirectories(lab.client().machine().etc().resolve("ginnel"));
        Files.writeString(trusted.resolve("ca.pem"), files.certificate().pem());
        var operator = new Operator(lab, programs, files);
        operator.awaitApi();
        operator.agents.values().forEach(agent -> agent.awaitErrorLine(line -> line.contains("in step"), PATIENCE));
        return operator;
    }

    private Running launchApi() {
        return lab.machine("api").start(programs.provisioning(files.serveArguments()), Map.of());
    }

    private void awaitApi() {
        api.awaitErrorLine(line -> line.contains("listening"), PATIENCE);
    }

    /// A key that the API accepts.
    ///
    /// @param tier `basic` or `pro`
    public String key(String user, String tier) {
        return new LegacyKeys(files.secret()).mint(new Caller(user, tier));
    }

    /// Lets a peer that is no customer stay on a gateway, whose agent takes away whom nobody knows.
    ///
    /// @param gateway such as `gw1`
    public void befriend(String gateway, PublicKey peer) throws IOException {
        files.befriend(lab.site(gateway).id(), peer);
    }

    /// The certificate of the API, for tests that put another server in its place.
    public Certificate certificate() {
        return files.certificate();
    }

    /// The process of the API.
    public Running api() {
        return api;
    }

    /// Takes the API away, as a crash would: connections to it are refused.
    public void stopApi() {
        api.kill();
    }

    /// Starts the API again, with all it knew before.
    public void startApi() {
        if (api.isAlive()) {
            throw new LabException("the API is running already");
        }
        api = launchApi();
        awaitApi();
    }

    /// The process of an agent.
    ///
    /// @param gateway such as `gw1`
    public Running agent(String gateway) {
        var agent = agents.get(gateway);
        if (agent == null) {
            throw new LabException("no agent runs on `" + gateway + "`");
        }
        return agent;
    }
}
