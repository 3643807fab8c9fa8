// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.json.Json;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.ConfigParser;
import org.ginnel.wireguard.ConfigResult;
import org.ginnel.wireguard.PublicKey;

/// `POST /api/provision`, with the device's public key, which legacy servers ignore.
record ProvisionCall(String serverId, PublicKey key, String deviceName) implements ApiCall<Provision> {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_CLIENT_NAME = 128;

    @Override
    public String path() {
        return "/api/provision";
    }

    @Override
    public Optional<Json> body() {
        return Optional.of(Json.Fields.none()
                .with("server_id", serverId)
                .with("public_key", key.base64())
                .with("device_name", PlainText.of(deviceName, LONGEST_NAME)));
    }

    @Override
    public Duration limit(Timeouts timeouts) {
        return timeouts.provision();
    }

    @Override
    public Optional<ErrorCause> meaning(int status, String error) {
        if (status == 403) {
            return Optional.of(new ErrorCause.TierRefused(serverId));
        }
        return status == 500 && error.equals("No servers available")
                ? Optional.of(new ErrorCause.NoServers())
                : Optional.empty();
    }

    @Override
    public ApiResult<Provision> read(JsonFields answer) throws UnexpectedAnswerException {
        answer.requireTrue("success");
        var clientName = answer.text("client_name", LONGEST_CLIENT_NAME);
        if (!PlainText.of(clientName, LONGEST_CLIENT_NAME).equals(clientName)) {
            throw answer.unexpected("client_name", "not printable");
        }
        var server = ServerReader.read(answer.object("server"));
        if (!server.id().equals(serverId)) {
            throw answer.unexpected("server.id", "not the one asked for");
        }
        return switch (ConfigParser.parseClient(answer.text("config", Integer.MAX_VALUE))) {
            case ConfigResult.Parsed(var config) -> new ApiResult.Ok<>(new Provision(clientName, config, server));
            case ConfigResult.Refused(var problems) -> new ApiResult.Failed<>(new ErrorCause.ConfigRefused(problems));
        };
    }
}
