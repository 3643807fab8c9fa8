// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.ginnel.lab.Client;
import org.ginnel.lab.demo.Demo;
import org.ginnel.lab.gateway.Gateway;
import org.ginnel.lab.jna.LibC;
import org.ginnel.lab.machine.Running;
import org.ginnel.lab.net.Addresses;
import org.ginnel.wireguard.PrivateKey;

/// What Ginnel is compared with: `wg-quick` with a config for the same gateway, without a resolver of its own.
///
/// Its key lives as long as the lab, in the lab's own /run, where wg-quick has to find it.
final class WgQuick {
    private static final String ADDRESS4 = "10.7.0.250/32";
    private static final String ADDRESS6 = "fddd:2c4:2c4:2c4::fa/128";

    private final PrivateKey key = PrivateKey.generate(new SecureRandom());
    private final Client client;
    private final Gateway gateway;
    private final Running agent;
    private final Path config;

    WgQuick(Demo demo, Gateway gateway) throws IOException {
        this.client = demo.client();
        this.gateway = gateway;
        this.agent = demo.operator().agent(gateway.machine().name());
        this.config = Path.of("/run/lab/quick-" + gateway.machine().name() + ".conf");
        Files.deleteIfExists(config);
        Files.createFile(config, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(config, """
                [Interface]
                PrivateKey = %s
                Address = %s, %s

                [Peer]
                PublicKey = %s
                AllowedIPs = 0.0.0.0/0, ::/0
                Endpoint = %s:%d
                """.formatted(
                        key.base64(),
                        ADDRESS4,
                        ADDRESS6,
                        gateway.publicKey().base64(),
                        gateway.addresses().endpoint4(),
                        Addresses.WIREGUARD_PORT));
    }

    /// From the start of `wg-quick up` on; it is down again then.
    Click measure() throws IOException {
        return measure(new FirstReply(client));
    }

    /// The same, measured so.
    Click measure(FirstReply reply) throws IOException {
        enter();
        try {
            return reply.during(() -> run("up"), gateway.addresses());
        } finally {
            down();
        }
    }

    /// The agent takes out whom the operator does not know, so it stands still meanwhile.
    private void enter() throws IOException {
        LibC.kill(Math.toIntExact(agent.pid()), LibC.SIGSTOP);
        gateway.addPeer(key.publicKey(), ADDRESS4, ADDRESS6);
    }

    /// As [#measure()] does, without measuring, until [#down()]; its engine in a session of its own, as a system's
    /// service manager and Ginnel start theirs: the kernel gives each session the same share of the processors
    /// (`sched_autogroup` in sched(7)), which is a tenth of what a tunnel carries here.
    void up() throws IOException {
        enter();
        client.run("setsid", "--wait", "wg-quick", "up", config.toString()).orThrow();
    }

    /// After [#up()].
    void down() throws IOException {
        run("down");
        gateway.removePeer(key.publicKey());
        LibC.kill(Math.toIntExact(agent.pid()), LibC.SIGCONT);
    }

    private int run(String verb) {
        return client.run("wg-quick", verb, config.toString()).orThrow().exit();
    }
}
