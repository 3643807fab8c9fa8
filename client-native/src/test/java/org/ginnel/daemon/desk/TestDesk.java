// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ginnel.account.ApiKey;
import org.ginnel.account.ApiUrl;
import org.ginnel.daemon.loop.Loop;
import org.ginnel.daemon.port.FakeFirewall;
import org.ginnel.daemon.port.Journal;
import org.ginnel.daemon.store.Device;
import org.ginnel.daemon.store.DeviceKey;
import org.ginnel.daemon.store.Login;
import org.ginnel.daemon.store.StateFile;
import org.ginnel.http.ApiResult;
import org.ginnel.http.ApiTransport;
import org.ginnel.http.Timeouts;
import org.ginnel.relay.Server;
import org.ginnel.tunnel.ErrorCause;

/// The parts of the desk that deal with an operator, on a disk and a clock of the test's own. What is told to
/// the loop is forgotten.
final class TestDesk {
    final FakeOperator operator;
    Instant now = Instant.parse("2026-11-21T12:00:00Z");
    Keeper keeper;
    Accounts accounts;
    DeviceKeys keys;
    Leases leases;
    Supply supply;
    KeyChores chores;
    private final Path directory;

    TestDesk(Path directory, FakeOperator operator) throws IOException {
        this.directory = directory;
        this.operator = operator;
        open();
    }

    private void open() throws IOException {
        var file = new StateFile(directory.resolve("state"), directory.resolve("spare"));
        keeper = new Keeper(file, file.read(), new FakeFirewall(new Journal()));
        var timeouts = new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(30));
        var transport = new ApiTransport(
                timeouts, List.of(), host -> List.of(InetAddress.getLoopbackAddress()), () -> now, "test/1");
        var random = new SecureRandom();
        accounts = new Accounts(new Nowhere(), keeper, transport, random, () -> now);
        keys = new DeviceKeys(keeper, accounts, () -> now, random, "laptop");
        leases = new Leases(accounts, () -> now, random, "laptop");
        supply = new Supply(keeper, accounts, keys, leases, () -> now);
        chores = new KeyChores(keeper, accounts, keys, leases, () -> now);
    }

    /// As a crash: all that is not on the disk is gone.
    void crash() throws IOException {
        open();
    }

    void logIn() {
        accounts.keep(ok(accounts.tryLogin(
                ApiKey.parse(FakeOperator.KEY).orElseThrow(),
                ApiUrl.parse(operator.url()).orElseThrow())));
    }

    Login login() {
        return keeper.saved().login().orElseThrow();
    }

    Device device() {
        return login().device();
    }

    DeviceKey inUse() {
        return device().inUse().orElseThrow();
    }

    Server server(String id) {
        return login().server(id).orElseThrow();
    }

    static <T> T ok(ApiResult<T> result) {
        return switch (result) {
            case ApiResult.Ok<T>(var value) -> value;
            case ApiResult.Failed<T>(var cause) -> throw new AssertionError("failed: " + cause);
        };
    }

    static ErrorCause cause(ApiResult<?> result) {
        return switch (result) {
            case ApiResult.Ok<?>(var value) -> throw new AssertionError("went well: " + value);
            case ApiResult.Failed<?>(var cause) -> cause;
        };
    }

    /// A loop that nobody runs.
    private record Nowhere() implements Loop {
        @Override
        public void post(Runnable task) {
            // Who is told does not matter here.
        }

        @Override
        public Timer after(Duration delay, Runnable task) {
            throw new IllegalStateException("nobody waits here");
        }
    }
}
