// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ginnel.lab.Client;
import org.ginnel.lab.Family;
import org.ginnel.lab.LabException;
import org.ginnel.lab.machine.Work;
import org.ginnel.lab.net.Addresses.OfGateway;

/// Times a command that connects, while a program asks for an answer through the tunnel all the time.
///
/// @param settled done when the answer is there, before it is looked which way packets leave
record FirstReply(Client client, Work<?> settled) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    FirstReply(Client client) {
        this(client, () -> client);
    }

    /// From the start of `command`.
    ///
    /// @throws LabException when the way out is not `gateway` afterwards
    Click during(Work<?> command, OfGateway gateway) throws IOException {
        try (var stream = Stream.start(client.machine())) {
            var began = System.nanoTime();
            command.run();
            var returned = System.nanoTime();
            var flowing = stream.answered().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            settled.run();
            var exit = client.exitSeenBy(Family.IPV4);
            if (flowing < began || !exit.equals(gateway.exit4())) {
                throw new LabException("measured nothing: the way out is " + exit + ", not " + gateway.exit4());
            }
            return new Click(Duration.ofNanos(flowing - began), Duration.ofNanos(returned - began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while measuring", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new LabException("nothing came through the tunnel", e);
        }
    }
}
