// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.ginnel.lab.Lab;
import org.ginnel.lab.gateway.Gateway;
import org.ginnel.lab.net.Addresses;
import org.ginnel.lab.program.Programs;
import org.ginnel.provisioning.key.Secret;
import org.ginnel.wireguard.PublicKey;

/// What an operator keeps on disk: the secret, the servers, the agents' tokens, the certificate.
record OperatorFiles(Path directory, Secret secret, Certificate certificate) {
    private static final int SECRET_BYTES = 32;

    /// Makes new ones in `directory`, and lets the machines of the lab find and trust the API.
    static OperatorFiles make(Lab lab, Path directory, Programs programs) throws IOException {
        var random = new SecureRandom();
        Files.createDirectories(directory);
        var secret = random(random);
        Files.writeString(directory.resolve("secret"), secret);
        var tokens = new LinkedHashMap<String, String>();
        for (var site : lab.plan().gateways()) {
            var token = random(random);
            tokens.put(site.id(), token);
            Files.writeString(directory.resolve("token-" + site.id()), token);
            Files.writeString(directory.resolve("friends-" + site.id()), "");
        }
        Files.writeString(directory.resolve("servers.json"), FleetText.render(lab.plan(), lab.gateways(), tokens));
        var certificate = Certificate.make(directory, random(random), programs);
        Files.writeString(directory.resolve("ca.pem"), certificate.pem());
        return new OperatorFiles(directory, Secret.of(secret), certificate);
    }

    private static String random(SecureRandom random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String[] serveArguments() {
        return new String[] {
            "serve",
            "--listen",
            "[::]:443",
            "--secret-file",
            file("secret"),
            "--servers",
            file("servers.json"),
            "--database",
            file("provisioning.db"),
            "--tls-keystore",
            certificate.keystore().toString(),
            "--tls-password-file",
            certificate.passwordFile().toString()
        };
    }

    String[] agentArguments(String site) {
        return new String[] {
            "--api",
            "https://" + Addresses.API_NAME,
            "--server",
            site,
            "--token-file",
            file("token-" + site),
            "--interface",
            Gateway.DEVICE,
            "--ca",
            file("ca.pem"),
            "--keep-peers-of",
            file("friends-" + site)
        };
    }

    /// Lets a peer that is no customer stay on the device of a site, as `wireguard-install.sh` would have added it.
    void befriend(String site, PublicKey peer) throws IOException {
        Files.writeString(directory.resolve("friends-" + site), """
                # BEGIN_PEER friend
                [Peer]
                PublicKey = %s
                AllowedIPs = 10.7.0.250/32
                # END_PEER friend
                """.formatted(peer.base64()));
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }
}
