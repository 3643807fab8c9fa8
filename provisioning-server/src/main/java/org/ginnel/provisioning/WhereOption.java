// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ginnel.http.Authorities;
import org.ginnel.provisioning.admin.AdminDesk;
import org.ginnel.provisioning.admin.Administration;
import org.ginnel.provisioning.admin.RemoteAdministration;
import org.ginnel.provisioning.audit.Actor;
import org.ginnel.provisioning.store.Database;
import org.ginnel.provisioning.store.Location;
import org.ginnel.provisioning.store.Stores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where an operator's command does its work: on the database beside the service, or over HTTPS at a service
/// elsewhere.
final class WhereOption {
    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--api",
            paramLabel = "URL",
            description = "A service elsewhere, such as https://vpn.example.com:8443, instead of a database here.")
    private @Nullable String api;

    @Option(names = "--token-file", paramLabel = "FILE", description = "With --api: file with a token of scope admin.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--session-file",
            paramLabel = "FILE",
            description = "With --api: where `login` puts the session; without it, in your home directory.")
    private Path sessionFile = Path.of(System.getProperty("user.home", "."), ".ginnel-provisioning-session");

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "With --api: PEM file with authorities to trust beside the system's, such as your own.")
    private @Nullable Path ca;

    Path sessionFile() {
        return sessionFile;
    }

    /// Does something there, where there is something already.
    void with(Function<String, Optional<String>> environment, Consumer<Administration> work) {
        with(environment, Database::join, work);
    }

    /// Does something there, even before the service was ever started.
    void early(Function<String, Optional<String>> environment, Consumer<Administration> work) {
        with(environment, Database::joinOrMake, work);
    }

    private void with(
            Function<String, Optional<String>> environment,
            Function<Location, Database> way,
            Consumer<Administration> work) {
        if (api != null) {
            try (var remote = remote(Optional.of(PrivateFile.read(sessionFile, "session of `login`")))) {
                work.accept(remote);
            }
            return;
        }
        try (var open = way.apply(database.location(environment))) {
            var stores = Stores.of(open, Clock.systemUTC());
            work.accept(new AdminDesk(stores, Clock.systemUTC(), new SecureRandom(), Actor.OPERATOR));
        }
    }

    /// The service elsewhere.
    RemoteAdministration remote(Optional<String> session) {
        if (api == null || tokenFile == null) {
            throw new IllegalArgumentException("Name the service with --api and your token's file with --token-file.");
        }
        return new RemoteAdministration(api, PrivateFile.read(tokenFile, "token"), session, authorities());
    }

    private List<X509Certificate> authorities() {
        if (ca == null) {
            return List.of();
        }
        try {
            return Authorities.read(ca);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The authorities of --ca cannot be read (" + e.getMessage() + "). It takes a PEM file.", e);
        }
    }
}
