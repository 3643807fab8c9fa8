// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.Dns;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.ginnel.provisioning.audit.Entry;
import org.ginnel.provisioning.fleet.Webhook;

/// Sends one event to one address, once. Follows no redirect, reads nothing of the answer but its status.
final class Delivery {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final MediaType JSON = MediaType.get("application/json");

    private final Webhook webhook;
    private final InstantSource clock;
    private final OkHttpClient client;
    private final ObjectMapper json = new ObjectMapper();

    Delivery(Webhook webhook, InstantSource clock) {
        this.webhook = webhook;
        this.clock = clock;
        this.client = new OkHttpClient.Builder()
                .callTimeout(LONGEST)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .dns(webhook.mayBePrivate() ? Dns.SYSTEM : new PublicAddresses(Dns.SYSTEM))
                .proxy(java.net.Proxy.NO_PROXY)
                .build();
    }

    /// Sends it.
    ///
    /// @return why it was not taken; empty when it was
    Optional<String> attempt(Entry entry) {
        if (!webhook.mayBePrivate()
                && PublicAddresses.isSpecialLiteral(webhook.url().getHost())) {
            return Optional.of("it is an address that is not public");
        }
        var id = "evt_" + entry.seq();
        var body = body(entry);
        var timestamp = clock.instant().getEpochSecond();
        var request = new Request.Builder()
                .url(webhook.url().toString())
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", Signature.of(webhook.secret(), id, timestamp, body))
                .post(RequestBody.create(body, JSON))
                .build();
        try (var response = client.newCall(request).execute()) {
            return response.isSuccessful() ? Optional.empty() : Optional.of("it answered " + response.code());
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private String body(Entry entry) {
        try {
            var node = json.createObjectNode()
                    .put("type", entry.action())
                    .put("timestamp", entry.at().toString())
                    .put("actor", entry.actor())
                    .put("subject", entry.subject());
            node.set("data", json.readTree(entry.detail()));
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entry " + entry.seq() + " is no JSON", e);
        }
    }

    void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
