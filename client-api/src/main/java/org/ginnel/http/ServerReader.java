// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import org.ginnel.relay.Server;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.HostName;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.SpecialAddress;

/// Reads a `Server` of the wire contract: all nine fields must be there and in range; what may be added is used where
/// it is in range, else ignored.
final class ServerReader {
    private static final int LABEL = 64;

    private ServerReader() {}

    static Server read(JsonFields in) throws UnexpectedAnswerException {
        return new Server(
                id(in),
                in.label("name", LABEL),
                host(in),
                in.integer("port", 1, 65535),
                in.label("region", LABEL),
                in.label("country", LABEL),
                in.label("tier", LABEL),
                in.number("latitude", -90, 90),
                in.number("longitude", -180, 180),
                in.optionalNumber("probe_port", 1, 65535)
                        .filter(port -> port == Math.rint(port))
                        .map(Double::intValue),
                in.optionalNumber("load", 0, 1),
                in.optionalNumber("weight", 0, Server.MOST_WEIGHT),
                in.optionalNumber("capacity", 0, Server.MOST_CAPACITY));
    }

    private static String id(JsonFields in) throws UnexpectedAnswerException {
        var id = in.text("id", 64);
        if (!Server.isId(id)) {
            throw in.unexpected("id", "not of [A-Za-z0-9._-]");
        }
        return id;
    }

    /// A host we would send packets to: nobody makes us probe our own ports.
    private static String host(JsonFields in) throws UnexpectedAnswerException {
        var host = in.text("endpoint", 253).replaceFirst("^\\[(.*)]$", "$1");
        if (!Endpoint.isHost(host)) {
            throw in.unexpected("endpoint", "not a host");
        }
        var address = IpLiteral.parse(host);
        if (HostName.isLocalhost(host)
                || address.filter(SpecialAddress::isForbiddenTarget).isPresent()) {
            throw in.unexpected("endpoint", "a local address");
        }
        return address.map(IpLiteral::format).orElse(host);
    }
}
