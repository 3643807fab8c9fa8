// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ginnel.relay.Reach;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.PublicKey;

/// Reads one server of a servers file, collecting what is wrong with it.
final class GatewayReader {
    private final JsonNode node;
    private final String place;
    private final List<String> problems = new ArrayList<>();

    GatewayReader(JsonNode node, int index) {
        this.node = node;
        var id = node.path("id").asText("");
        this.place = Server.isId(id) ? "server " + id : "server number " + (index + 1);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /// Empty when there are problems.
    Optional<Gateway> read() {
        var server = checked(this::server);
        var key = optional("public_key", PublicKey::parse, "44 characters of base64, as `wg pubkey` prints them");
        var network = checked(() -> NetworkReader.read(node));
        var endpoints = endpoints();
        var dns = dns();
        var token = token();
        return problems.isEmpty() && server.isPresent() && network.isPresent()
                ? Optional.of(new Gateway(server.get(), key, network.get(), endpoints, dns, token))
                : Optional.empty();
    }

    private Optional<AgentToken> token() {
        var token = optional("agent_token", Optional::of, "text").flatMap(text -> checked(() -> new AgentToken(text)));
        var hash = optional("agent_token_sha256", Optional::of, "text")
                .flatMap(text -> checked(() -> AgentToken.ofHash(text)));
        if (token.isPresent() && hash.isPresent()) {
            problems.add(place + ": agent_token and agent_token_sha256 are two ways to say one thing; take one");
        }
        return token.or(() -> hash);
    }

    private Server server() {
        var endpoint = text("endpoint");
        var tier = text("tier");
        if (!Endpoint.isHost(endpoint)) {
            throw new IllegalArgumentException("endpoint is a host name or an address, without a port");
        }
        if (!tier.equals("basic") && !tier.equals("pro")) {
            throw new IllegalArgumentException("tier is \"basic\" or \"pro\"");
        }
        var probePort = node.hasNonNull("probe_port") ? Optional.of(port("probe_port")) : Optional.<Integer>empty();
        return new Server(
                text("id"),
                text("name"),
                endpoint,
                port("port"),
                text("region"),
                text("country"),
                tier,
                degrees("latitude"),
                degrees("longitude"),
                probePort,
                Optional.empty(),
                number("weight"),
                number("capacity"));
    }

    private List<Endpoint> endpoints() {
        var list = node.path("endpoints");
        var endpoints = new ArrayList<Endpoint>();
        if (list.isMissingNode()) {
            return endpoints;
        }
        for (var entry : list) {
            Endpoint.parse(entry.asText(""))
                    .filter(endpoint -> !endpoint.isForbidden())
                    .ifPresentOrElse(
                            endpoints::add,
                            () -> problems.add(place + ": endpoints is a list of host:port, IPv6 in brackets"));
        }
        if (!list.isArray() || list.size() > Reach.MOST_ENDPOINTS) {
            problems.add(place + ": endpoints is a list of at most " + Reach.MOST_ENDPOINTS);
        }
        return endpoints;
    }

    private List<InetAddress> dns() {
        var list = node.path("dns");
        var addresses = new ArrayList<InetAddress>();
        if (list.isMissingNode()) {
            return addresses;
        }
        for (var entry : list) {
            IpLiteral.parse(entry.asText(""))
                    .ifPresentOrElse(addresses::add, () -> problems.add(place + ": dns is a list of addresses"));
        }
        if (!list.isArray() || list.size() > 8) {
            problems.add(place + ": dns is a list of at most 8 addresses");
        }
        return addresses;
    }

    private String text(String field) {
        var value = node.path(field);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > 253) {
            throw new IllegalArgumentException(field + " is missing or not 1 to 253 characters of text");
        }
        return value.textValue();
    }

    private int port(String field) {
        var value = node.path(field);
        if (!value.isInt()) {
            throw new IllegalArgumentException(field + " is missing or not a whole number");
        }
        return value.intValue();
    }

    private double degrees(String field) {
        var value = node.path(field);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(field + " is missing or not a number");
        }
        return value.doubleValue();
    }

    private Optional<Double> number(String field) {
        return node.hasNonNull(field) ? Optional.of(degrees(field)) : Optional.empty();
    }

    private <T> Optional<T> optional(String field, Function<String, Optional<T>> parser, String form) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        var parsed = value.isTextual() ? parser.apply(value.textValue()) : Optional.<T>empty();
        if (parsed.isEmpty()) {
            problems.add(place + ": " + field + " is " + form);
        }
        return parsed;
    }

    private <T> Optional<T> checked(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (IllegalArgumentException e) {
            problems.add(place + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
