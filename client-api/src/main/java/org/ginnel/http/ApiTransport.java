// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.ginnel.account.ApiKey;
import org.ginnel.account.ApiUrl;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.IpLiteral;

/// Carries calls to an API and answers back: bounded in size and time, TLS 1.3 or 1.2, no redirects, no
/// cookies, no proxy. Cheap to make; what is expensive is made by the first call. Thread-safe; a call on a virtual
/// thread is given up when that is interrupted.
public final class ApiTransport {
    /// Most that is read of an answer, in bytes.
    public static final int MAX_BYTES = 1024 * 1024;

    private final Timeouts timeouts;
    private final KnownNames names;
    private final StrictClient client;
    private final InstantSource clock;
    private final String userAgent;
    /// The list is long, and the same for days: one is remembered, for whoever is logged in.
    private volatile Optional<Remembered> remembered = Optional.empty();

    /// A transport that has not connected to anything yet.
    ///
    /// @param extraAuthorities trusted besides the system's
    /// @param clock to count `Retry-After` dates from
    /// @param userAgent name and version of the program, visible ASCII
    public ApiTransport(
            Timeouts timeouts,
            List<X509Certificate> extraAuthorities,
            NameLookup names,
            InstantSource clock,
            String userAgent) {
        this.timeouts = timeouts;
        this.names = new KnownNames(names);
        this.client = new StrictClient(timeouts.connect(), this.names, extraAuthorities);
        this.clock = clock;
        this.userAgent = userAgent;
    }

    /// Makes one call and waits for what comes of it.
    <T> ApiResult<T> send(ApiCall<T> call, ApiUrl url, ApiKey key) {
        var limit = call.limit(timeouts);
        var progress = new Progress();
        var before = remembered.filter(known -> call.mayBeUnchanged() && known.isOf(call, url, key));
        try {
            var received = client.send(Origin.of(url), request(call, url, key, before), MAX_BYTES, limit, progress);
            if (received.isTooLarge()) {
                return new ApiResult.Failed<>(new ErrorCause.ApiTooLarge(call.name(), MAX_BYTES));
            }
            if (before.isPresent() && Remembered.isUnchanged(received)) {
                return understand(call, before.get().answer());
            }
            var answer = new Answer(received);
            var result = understand(call, answer);
            if (call.mayBeUnchanged() && result instanceof ApiResult.Ok) {
                remembered = Remembered.of(call, url, key, received, answer);
            }
            return result;
        } catch (IOException e) {
            return new ApiResult.Failed<>(
                    Thread.currentThread().isInterrupted()
                            ? new ErrorCause.Superseded()
                            : Breakdowns.cause(call, url.host(), progress.stage(), limit, e));
        }
    }

    private ClassicHttpRequest request(ApiCall<?> call, ApiUrl url, ApiKey key, Optional<Remembered> before) {
        var request = new BasicClassicHttpRequest(call.method(), URI.create(url.resolve(call.path())));
        request.setHeader("User-Agent", userAgent);
        request.setHeader("Accept", "application/json");
        // What is not compressed cannot grow beyond what was counted.
        request.setHeader("Accept-Encoding", "identity");
        if (call.carriesKey()) {
            request.setHeader("X-API-Key", key.reveal());
        }
        before.ifPresent(known -> request.setHeader("If-None-Match", known.tag()));
        call.body().ifPresent(json -> {
            var body = json.written().getBytes(UTF_8);
            request.setHeader("Content-Type", "application/json");
            request.setHeader("Content-Length", body.length);
            request.setEntity(new ByteArrayEntity(body, null));
        });
        return request;
    }

    private <T> ApiResult<T> understand(ApiCall<T> call, Answer answer) {
        if (!answer.isGood()) {
            return new ApiResult.Failed<>(Refusals.cause(call, answer, clock.instant()));
        }
        try {
            return answer.isNothing() ? call.readNothing() : call.read(answer.fields());
        } catch (UnexpectedAnswerException e) {
            return new ApiResult.Failed<>(Refusals.malformed(call, e.found()));
        }
    }

    /// Where the API's host was found when it was last looked up; none before.
    List<InetAddress> addresses(ApiUrl url) {
        return IpLiteral.parse(url.host()).map(List::of).orElseGet(() -> names.lastFound(url.host()));
    }
}
