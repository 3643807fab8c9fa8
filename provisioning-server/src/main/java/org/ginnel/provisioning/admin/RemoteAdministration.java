// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.ginnel.http.Authorities;
import org.ginnel.wireguard.IpLiteral;
import org.jspecify.annotations.Nullable;

/// Does it over HTTPS (TLS 1.2 or later) at a service elsewhere. Answers are bounded in size and time; redirects
/// are not followed, so token and session go to nobody else. Prints neither.
public final class RemoteAdministration implements Administration {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 64L << 20;
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType YAML = MediaType.get("application/yaml");

    private final HttpUrl service;
    private final String token;
    private final Optional<String> session;
    private final OkHttpClient client;
    private final ObjectMapper json = new ObjectMapper();

    /// @param address `https://HOST[:PORT]`; plain HTTP for this machine alone
    /// @param token of scope `admin`
    /// @param session that was opened with a code; empty to open one
    /// @param authorities trusted beside the system's
    public RemoteAdministration(
            String address, String token, Optional<String> session, List<X509Certificate> authorities) {
        this.service = address(address);
        this.token = token;
        this.session = session;
        var trust = Authorities.including(authorities);
        this.client = new OkHttpClient.Builder()
                .sslSocketFactory(Authorities.sockets(trust), trust)
                .callTimeout(DEADLINE)
                .readTimeout(DEADLINE)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionSpecs(List.of(service.isHttps() ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT))
                .build();
    }

    private static HttpUrl address(String text) {
        var url = HttpUrl.parse(text);
        if (url == null
                || !url.encodedPath().equals("/")
                || url.query() != null
                || !url.username().isEmpty()) {
            throw new IllegalArgumentException("--api is not an address such as https://vpn.example.com:8443.");
        }
        var here = IpLiteral.parse(url.host())
                .map(address -> address.isLoopbackAddress())
                .orElse(url.host().equals("localhost"));
        if (!url.isHttps() && !here) {
            throw new IllegalArgumentException(
                    "--api is plain HTTP, so token and session would travel readable. Use https://.");
        }
        return url;
    }

    /// Opens a session, for an hour.
    ///
    /// @param code of the authenticator app, or a recovery code
    /// @return the session, which is a secret
    public String login(String code) {
        var answer = call(
                "POST",
                url("session").build(),
                RequestBody.create(json.createObjectNode().put("code", code).toString(), JSON));
        return answer.path("session").asText();
    }

    @Override
    public JsonNode tokens(Optional<String> user) {
        var url = url("tokens");
        user.ifPresent(id -> url.addQueryParameter("user", id));
        return call("GET", url.build(), null);
    }

    @Override
    public JsonNode createToken(TokenWish wish) {
        var body = json.createObjectNode()
                .put("user", wish.user())
                .put("tier", wish.tier())
                .put("name", wish.name());
        var scopes = body.putArray("scopes");
        wish.scopes().forEach(scopes::add);
        wish.days().ifPresent(days -> body.put("expires_in_days", days));
        return call("POST", url("tokens").build(), body(body));
    }

    private static RequestBody body(ObjectNode node) {
        return RequestBody.create(node.toString(), JSON);
    }

    @Override
    public void revokeToken(String id) {
        call("DELETE", url("tokens").addPathSegment(id).build(), null);
    }

    @Override
    public JsonNode devices(String user) {
        return call("GET", url("devices").addQueryParameter("user", user).build(), null);
    }

    @Override
    public void removeDevice(String user, String id) {
        call(
                "DELETE",
                url("devices")
                        .addPathSegment(id)
                        .addQueryParameter("user", user)
                        .build(),
                null);
    }

    @Override
    public JsonNode plan(byte[] blueprint) {
        return call("POST", url("plan").build(), RequestBody.create(blueprint, YAML));
    }

    @Override
    public JsonNode apply(byte[] blueprint, boolean mayRemove) {
        var url = url("apply");
        if (mayRemove) {
            url.addQueryParameter("remove", "1");
        }
        return call("POST", url.build(), RequestBody.create(blueprint, YAML));
    }

    @Override
    public JsonNode record(long after, int most) {
        return call(
                "GET",
                url("audit")
                        .addQueryParameter("after", Long.toString(after))
                        .addQueryParameter("limit", Integer.toString(most))
                        .build(),
                null);
    }

    private HttpUrl.Builder url(String name) {
        return service.newBuilder().addPathSegments("api/v1/admin/" + name);
    }

    private JsonNode call(String method, HttpUrl url, @Nullable RequestBody body) {
        var request = new Request.Builder().url(url).header("Authorization", "Bearer " + token);
        session.ifPresent(opened -> request.header("X-Admin-Session", opened));
        try (var response = client.newCall(request.method(method, body).build()).execute()) {
            var source = response.body().source();
            if (source.request(MOST_BYTES + 1)) {
                throw refused("The service answered more than " + MOST_BYTES + " bytes.");
            }
            var text = source.readUtf8();
            var answer = text.isEmpty() ? json.createObjectNode() : json.readTree(text);
            if (!response.isSuccessful()) {
                throw refused("The service refused it (" + response.code() + "): "
                        + answer.path("detail").asText(answer.path("error").asText("it did not say why")));
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw refused("What answers there is not this service: check --api.");
        } catch (IOException e) {
            throw refused("The service cannot be reached (" + e.getMessage() + "): check --api and the network.");
        }
    }

    private static AdminException refused(String why) {
        return new AdminException(AdminException.Why.REFUSED, why);
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return "RemoteAdministration[" + service.host() + "]";
    }
}
