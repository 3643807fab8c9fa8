// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.ConfigParser;
import org.ginnel.wireguard.ConfigProblem;
import org.ginnel.wireguard.ConfigRenderer;
import org.ginnel.wireguard.ConfigResult;

/// A server that the user brought along. Prints without its keys.
///
/// @param config text with the private key, as [ConfigRenderer] writes it
public record OwnServer(Server server, String config) {
    private static final int ID_DIGITS = 16;

    /// What came of a config.
    public sealed interface Result {
        /// It is one.
        record Read(OwnServer own) implements Result {}

        /// It is none that we run.
        record Refused(ErrorCause cause) implements Result {}
    }

    /// Reads a config. One config always gives the same id, so that no server is there twice.
    ///
    /// @param name for people
    /// @param text from anybody: nothing of it is run, `PostUp` and its kin are refused
    public static Result read(String name, String text) {
        return switch (ConfigParser.parseClient(text)) {
            case ConfigResult.Refused(var problems) -> new Result.Refused(new ErrorCause.ConfigRefused(problems));
            case ConfigResult.Parsed(var config)
            when config.local().privateKey().isEmpty() -> missing("PrivateKey");
            case ConfigResult.Parsed(var config) -> of(name, config);
        };
    }

    private static Result of(String name, Config config) {
        var endpoint = config.peers().getFirst().endpoint();
        if (endpoint.isEmpty()) {
            return missing("Endpoint");
        }
        var text = ConfigRenderer.render(config);
        var server = new Server(
                Server.OWN + "-" + digest(text).substring(0, ID_DIGITS),
                name.strip(),
                endpoint.get().host(),
                endpoint.get().port(),
                Server.OWN,
                "",
                Server.OWN,
                0,
                0,
                Optional.empty(),
                Optional.empty());
        return new Result.Read(new OwnServer(server, text));
    }

    private static Result missing(String key) {
        return new Result.Refused(
                new ErrorCause.ConfigRefused(List.of(new ConfigProblem(0, key, ConfigProblem.Reason.MISSING_KEY))));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "OwnServer[" + server.id() + "]";
    }
}
