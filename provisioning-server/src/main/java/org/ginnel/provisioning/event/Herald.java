// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ginnel.provisioning.audit.Entry;
import org.ginnel.provisioning.fleet.Webhook;
import org.ginnel.provisioning.store.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells one address everything that changes, in order, each event until it is taken or given up. What was told is
/// noted, so a restart goes on where it was; an event may come twice, with the same id.
public final class Herald {
    private static final Logger LOG = LoggerFactory.getLogger(Herald.class);
    private static final int AT_ONCE = 100;

    private final Webhook webhook;
    private final EventStore events;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Delivery delivery;
    private int attempts;
    private Instant next = Instant.EPOCH;

    public Herald(Webhook webhook, EventStore events, InstantSource clock, RandomGenerator random) {
        this.webhook = webhook;
        this.events = events;
        this.clock = clock;
        this.random = random;
        this.delivery = new Delivery(webhook, clock);
        events.begin(webhook.url().toString());
    }

    /// Sends what there is to send now. Called by one thread at a time, again and again.
    public void work() {
        for (int i = 0; i < AT_ONCE && !clock.instant().isBefore(next); i++) {
            var event = events.next(webhook.url().toString());
            if (event.isEmpty()) {
                return;
            }
            send(event.get());
        }
    }

    private void send(Entry event) {
        var failure = delivery.attempt(event);
        if (failure.isEmpty()) {
            done(event, Optional.empty());
            return;
        }
        attempts++;
        if (attempts >= Retries.MOST) {
            tell("event given up", event, failure.get(), Duration.ZERO);
            done(event, failure);
            return;
        }
        var wait = Retries.after(attempts, random);
        next = clock.instant().plus(wait);
        if (attempts == 1) {
            tell("event not taken", event, failure.get(), wait);
        }
    }

    private void done(Entry event, Optional<String> givenUpBecause) {
        attempts = 0;
        next = Instant.EPOCH;
        events.delivered(webhook.url().toString(), event.seq(), givenUpBecause);
    }

    private void tell(String what, Entry event, String why, Duration wait) {
        LOG.atWarn()
                .addKeyValue("host", webhook.url().getHost())
                .addKeyValue("event", event.seq())
                .addKeyValue("why", why)
                .addKeyValue("retry_ms", wait.toMillis())
                .log(what);
    }

    /// Ends what is under way.
    public void close() {
        delivery.close();
    }
}
