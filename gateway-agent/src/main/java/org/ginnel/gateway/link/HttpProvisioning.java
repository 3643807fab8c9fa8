// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.link;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.ginnel.http.Distrust;
import org.ginnel.peering.AppliedReport;
import org.ginnel.peering.Desired;
import org.ginnel.peering.MalformedPeeringException;
import org.ginnel.peering.PeeringCodec;
import org.ginnel.peering.UseReport;

/// The provisioning service over HTTPS (TLS 1.2 or later). Every answer is bounded in size and time; redirects are
/// not followed, so the token goes to nobody else.
public final class HttpProvisioning implements Provisioning, AutoCloseable {
    /// How long the service may hold a poll. Short, because a poll whose route went away is noticed only when it ends.
    private static final Duration POLL_WAIT = Duration.ofSeconds(5);

    private static final Duration POLL_DEADLINE = POLL_WAIT.plusSeconds(3);
    private static final Duration REPORT_DEADLINE = Duration.ofSeconds(3);
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(2);
    private static final long MAX_STATE = 256L << 20;
    private static final MediaType JSON = MediaType.get("application/json");

    private final ApiAddress api;
    private final String serverId;
    private final Token token;
    private final OkHttpClient client;
    private final PeeringCodec codec = new PeeringCodec();

    /// @param ca PEM file with the authorities to trust instead of the system's
    public HttpProvisioning(ApiAddress api, String serverId, Token token, Optional<Path> ca) {
        this.api = api;
        this.serverId = serverId;
        this.token = token;
        var builder = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_DEADLINE)
                .readTimeout(POLL_DEADLINE)
                .callTimeout(POLL_DEADLINE)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionSpecs(List.of(api.url().isHttps() ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT));
        ca.map(TrustedCertificates::read)
                .ifPresent(trusted -> builder.sslSocketFactory(trusted.sockets(), trusted.trust()));
        this.client = builder.build();
    }

    @Override
    public Desired poll(Optional<Long> after) throws LinkException {
        var url = url("peers").addQueryParameter("wait", Long.toString(POLL_WAIT.toSeconds()));
        after.ifPresent(revision ->
                url.addQueryParameter("after", Long.toString(revision)).addQueryParameter("changes", "1"));
        return call(client, request(url.build()).get().build(), body -> codec.decodeDesired(body));
    }

    @Override
    public void report(AppliedReport report) throws LinkException {
        post("applied", codec.encode(report));
    }

    @Override
    public void tell(UseReport report) throws LinkException {
        post("use", codec.encode(report));
    }

    private void post(String name, String text) throws LinkException {
        var body = RequestBody.create(text, JSON);
        var quick = client.newBuilder().callTimeout(REPORT_DEADLINE).build();
        call(quick, request(url(name).build()).post(body).build(), answer -> answer.length);
    }

    private HttpUrl.Builder url(String name) {
        return api.url().newBuilder().addPathSegments("agent/v1/" + name).addQueryParameter("server", serverId);
    }

    private Request.Builder request(HttpUrl url) {
        return new Request.Builder().url(url).header("Authorization", token.bearer());
    }

    private static <T> T call(OkHttpClient client, Request request, Reader<T> reader) throws LinkException {
        try (var response = client.newCall(request).execute()) {
            if (response.code() != 200) {
                throw new LinkException(explain(response.code()), isRefusal(response.code()));
            }
            return reader.read(bounded(response));
        } catch (IOException e) {
            throw new LinkException(unreached(e), e);
        } catch (MalformedPeeringException e) {
            throw new LinkException("the provisioning service answered something else: " + e.getMessage(), e);
        }
    }

    /// In one line: what the libraries say of certificates takes several.
    private static String unreached(IOException e) {
        return Distrust.of(e)
                .map(why -> "the provisioning service is not believed to be who it says (" + why + "): --api has to"
                        + " name the host as its certificate does, and --ca an authority of your own")
                .orElseGet(() -> "the provisioning service cannot be reached: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"));
    }

    private static byte[] bounded(Response response) throws IOException, LinkException {
        var source = response.body().source();
        if (source.request(MAX_STATE + 1)) {
            throw new LinkException("the provisioning service answered more than " + MAX_STATE + " bytes");
        }
        return source.getBuffer().readByteArray();
    }

    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && status != 409;
    }

    private static String explain(int status) {
        return switch (status) {
            case 401 ->
                "the provisioning service does not know this token (401): compare --token-file with the"
                        + " agent_token in its servers file";
            case 403 -> "the token is another server's (403): check --server";
            case 409 ->
                "the provisioning service did not take the report (409): it has changed meanwhile, or the"
                        + " device has other peers than it should";
            case 429 -> "the provisioning service asks to wait after too many failures (429)";
            default -> "the provisioning service answered " + status;
        };
    }

    /// Gives up what is under way, and goes on with what comes next.
    public void giveUp() {
        client.dispatcher().cancelAll();
    }

    /// Ends what is under way.
    @Override
    public void close() {
        giveUp();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private interface Reader<T> {
        T read(byte[] body) throws MalformedPeeringException;
    }
}
