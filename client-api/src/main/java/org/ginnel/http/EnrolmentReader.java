// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.IpLiteral;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PublicKey;
import org.ginnel.wireguard.SpecialAddress;

/// Reads a `Device` of `/api/v1`.
final class EnrolmentReader {
    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_TIME = 40;
    private static final int MOST_PENDING = 1000;

    private EnrolmentReader() {}

    static Enrolment read(JsonFields in) throws UnexpectedAnswerException {
        var key = PublicKey.parse(in.text("public_key", 44));
        if (key.isEmpty()) {
            throw in.unexpected("public_key", "not a key");
        }
        var addresses = new ArrayList<IpNetwork>();
        addresses.add(address(in, "ipv4", in.text("ipv4", LONGEST_ADDRESS), true));
        var ipv6 = in.optionalText("ipv6", LONGEST_ADDRESS);
        if (ipv6.isPresent()) {
            addresses.add(address(in, "ipv6", ipv6.get(), false));
        }
        return new Enrolment(
                id(in),
                key.get(),
                addresses,
                in.truth("quantum_safe"),
                rotateBy(in),
                in.optionalText("rotation", LONGEST_TIME).equals(Optional.of("ended")),
                pending(in));
    }

    /// What is no time is not said.
    private static Optional<Instant> rotateBy(JsonFields in) {
        return in.optionalText("rotate_by", LONGEST_TIME).flatMap(text -> {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    /// Which servers were not seen to have the change. One without an agent never is: of that nobody knows anything.
    static Set<String> pending(JsonFields in) {
        return in.optionalObjects("pending").stream()
                .limit(MOST_PENDING)
                .filter(gateway -> !gateway.is("unmanaged"))
                .flatMap(gateway -> gateway.optionalText("server", 64).stream())
                .filter(Server::isId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The same, of the key that was asked for.
    static Enrolment read(JsonFields in, PublicKey asked) throws UnexpectedAnswerException {
        return withKey(in, read(in), asked);
    }

    /// The same, of the device and the key that were asked for.
    static Enrolment read(JsonFields in, String asked, PublicKey key) throws UnexpectedAnswerException {
        return withKey(in, read(in, asked), key);
    }

    private static Enrolment withKey(JsonFields in, Enrolment enrolment, PublicKey asked)
            throws UnexpectedAnswerException {
        if (!enrolment.publicKey().equals(asked)) {
            throw in.unexpected("public_key", "not the one asked for");
        }
        return enrolment;
    }

    /// The same, of the device that was asked for.
    static Enrolment read(JsonFields in, String asked) throws UnexpectedAnswerException {
        var enrolment = read(in);
        if (!enrolment.id().equals(asked)) {
            throw in.unexpected("id", "not the one asked for");
        }
        return enrolment;
    }

    private static String id(JsonFields in) throws UnexpectedAnswerException {
        var id = in.text("id", 64);
        if (!Server.isId(id) || id.chars().allMatch(c -> c == '.')) {
            throw in.unexpected("id", "not of [A-Za-z0-9._-]");
        }
        return id;
    }

    private static IpNetwork address(JsonFields in, String name, String text, boolean ipv4)
            throws UnexpectedAnswerException {
        var network = IpLiteral.parse(text)
                .filter(address -> !SpecialAddress.isForbiddenTarget(address))
                .map(IpNetwork::host)
                .filter(host -> host.isIpv4() == ipv4);
        if (network.isEmpty()) {
            throw in.unexpected(name, "no address of a device");
        }
        return network.get();
    }
}
