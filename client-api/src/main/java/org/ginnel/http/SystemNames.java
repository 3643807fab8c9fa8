// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The system's resolver with a time limit, which getaddrinfo(3) lacks: it may take half a minute to give up.
public final class SystemNames implements NameLookup {
    private final Duration limit;

    /// Looks names up for at most `limit`.
    public SystemNames(Duration limit) {
        this.limit = limit;
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        var lookup = new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
        // A thread of its own, left behind when it is late: nothing interrupts getaddrinfo.
        Thread.ofPlatform().daemon().name("lookup-" + host).start(lookup);
        try {
            return lookup.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        } catch (ExecutionException | TimeoutException e) {
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        var unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
