// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.ginnel.lab.Lab;
import org.ginnel.lab.net.Addresses;
import org.ginnel.wireguard.PrivateKey;
import org.ginnel.wireguard.PublicKey;

/// WireGuard's configuration files for clients that are no customers of an operator.
///
/// Their key lives as long as the lab, in the lab's own /run, which the client sees.
public final class Configs {
    private static final String ADDRESS4 = "10.7.0.250/32";
    private static final String ADDRESS6 = "fddd:2c4:2c4:2c4::fa/128";

    private final PrivateKey key = PrivateKey.generate(new SecureRandom());
    private final Lab lab;
    private final String name;
    private final String extra;

    /// @param name what the file is called before `.conf`, by which `wg-quick` calls its interface
    /// @param extra more lines of the section `[Interface]`
    public Configs(Lab lab, String name, String extra) throws IOException {
        this.lab = lab;
        this.name = name;
        this.extra = extra;
    }

    /// To be known to the operator, whose agents take out whom they do not know.
    public PublicKey publicKey() {
        return key.publicKey();
    }

    /// Lets the client into `gateway`, and writes how to get there.
    public Path of(String gateway) throws IOException {
        var there = lab.gateway(gateway);
        var ipv6 = lab.site(gateway).ipv6();
        there.addPeer(key.publicKey(), ipv6 ? new String[] {ADDRESS4, ADDRESS6} : new String[] {ADDRESS4});
        var directory = Files.createDirectories(Path.of("/run/lab/configs", gateway));
        var file = directory.resolve(name + ".conf");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, """
                [Interface]
                PrivateKey = %s
                Address = %s
                %s
                [Peer]
                PublicKey = %s
                AllowedIPs = %s
                Endpoint = %s:%d
                """.formatted(
                        key.base64(),
                        ipv6 ? ADDRESS4 + ", " + ADDRESS6 : ADDRESS4,
                        extra,
                        there.publicKey().base64(),
                        ipv6 ? "0.0.0.0/0, ::/0" : "0.0.0.0/0",
                        there.addresses().endpoint4(),
                        Addresses.WIREGUARD_PORT));
    }
}
