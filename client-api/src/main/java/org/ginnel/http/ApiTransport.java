// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;
import org.ginnel.account.ApiKey;
import org.ginnel.account.ApiUrl;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.IpLiteral;
import org.jspecify.annotations.Nullable;

/// Carries calls to an API and answers back: bounded in size and time, TLS 1.3 or 1.2, no redirects, no
/// cookies, no proxy. Cheap to make; what is expensive is made by the first call. Keeps connections warm for
/// the next one. Thread-safe; a call on a virtual thread is given up when that is interrupted.
public final class ApiTransport {
    /// Most that is read of an answer, in bytes.
    public static final int MAX_BYTES = 1024 * 1024;

    private final Timeouts timeouts;
    private final List<X509Certificate> extraAuthorities;
    private final KnownNames names;
    private final InstantSource clock;
    private final String userAgent;
    /// The list is long, and the same for days: one is remembered, for whoever is logged in.
    private volatile Optional<Remembered> remembered = Optional.empty();

    private @Nullable OkHttpClient client;

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
        this.extraAuthorities = List.copyOf(extraAuthorities);
        this.names = new KnownNames(names);
        this.clock = clock;
        this.userAgent = userAgent;
    }

    /// Makes one call and waits for what comes of it.
    <T> ApiResult<T> send(ApiCall<T> call, ApiUrl url, ApiKey key) {
        var limit = call.limit(timeouts);
        var progress = new Progress();
        var before = remembered.filter(known -> call.mayBeUnchanged() && known.isOf(call, url, key));
        var wire = client().newCall(request(call, url, key, progress, before));
        wire.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        try (var response = wire.execute()) {
            var body = response.body().source();
            if (response.body().contentLength() > MAX_BYTES || body.request(MAX_BYTES + 1L)) {
                // Else closing would try to read the rest, to keep the connection.
                wire.cancel();
                return new ApiResult.Failed<>(new ErrorCause.ApiTooLarge(call.name(), MAX_BYTES));
            }
            if (before.isPresent() && Remembered.isUnchanged(response)) {
                return understand(call, before.get().answer());
            }
            var answer = answer(response, body.readByteString());
            var result = understand(call, answer);
            if (call.mayBeUnchanged() && result instanceof ApiResult.Ok) {
                remembered = Remembered.of(call, url, key, response, answer);
            }
            return result;
        } catch (IOException e) {
            return new ApiResult.Failed<>(
                    Thread.currentThread().isInterrupted()
                            ? new ErrorCause.Superseded()
                            : Breakdowns.cause(call, url.host(), progress.stage(), limit, e));
        }
    }

    private Request request(ApiCall<?> call, ApiUrl url, ApiKey key, Progress progress, Optional<Remembered> before) {
        var request = new Request.Builder()
                .url(url.resolve(call.path()))
                .tag(Progress.class, progress)
                .header("User-Agent", userAgent)
                .header("Accept", "application/json")
                // What is not compressed cannot grow beyond what was counted.
                .header("Accept-Encoding", "identity");
        if (call.carriesKey()) {
            request.header("X-API-Key", key.reveal());
        }
        before.ifPresent(known -> request.header("If-None-Match", known.tag()));
        var body = call.body().map(json -> RequestBody.create(json.written(), MediaType.get("application/json")));
        return request.method(call.method(), body.orElse(null)).build();
    }

    private static Answer answer(Response response, ByteString body) {
        return new Answer(
                response.code(),
                Answer.typeOf(response.header("Content-Type", "")),
                response.header("Content-Encoding", "identity"),
                Optional.ofNullable(response.header("Retry-After")),
                Optional.ofNullable(response.header("Location")),
                body);
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

    private synchronized OkHttpClient client() {
        if (client == null) {
            client = newClient();
        }
        return client;
    }

    private OkHttpClient newClient() {
        return StrictClient.builder(timeouts.connect(), extraAuthorities)
                .dns(names)
                .eventListenerFactory(call -> call.request().tag(Progress.class))
                .build();
    }
}
