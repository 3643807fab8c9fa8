// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ginnel.provisioning.fleet.Blueprint;
import org.ginnel.provisioning.fleet.Fleet;
import org.ginnel.provisioning.fleet.Step;
import org.ginnel.provisioning.fleet.UserTerms;

/// Carries the steps of a plan out, inside one transaction: networks, peers of servers and users that went or
/// changed, and an entry of the record for every step.
final class Rollout {
    private final Sql sql;
    private final long now;
    private final String actor;
    private final Fleet fleet;

    Rollout(Sql sql, long now, String actor, Fleet fleet) {
        this.sql = sql;
        this.now = now;
        this.actor = actor;
        this.fleet = fleet;
    }

    void run(Blueprint wanted, List<Step> steps) {
        var known = AccountRows.listed(sql).stream().collect(Collectors.toMap(UserTerms::id, Function.identity()));
        var listed = wanted.users().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(UserTerms::id, Function.identity()));
        ServerStore.adopt(sql, fleet);
        var members = new Members(sql, now, actor, fleet);
        for (var step : steps) {
            switch (step.topic()) {
                case "server" -> server(step);
                case "user" -> {
                    if (step.isRemoval()) {
                        Optional.ofNullable(known.get(step.name())).ifPresent(members::remove);
                    } else {
                        Optional.ofNullable(listed.get(step.name())).ifPresent(members::change);
                    }
                }
                default -> {
                    // what else there is counts once it is written down
                }
            }
            journal(step);
        }
    }

    private void server(Step step) {
        if (step.isRemoval()) {
            LeaseRows.ofServer(sql, step.name()).forEach(lease -> LeaseStore.revoke(sql, lease, actor, now));
        }
    }

    private void journal(Step step) {
        var values = step.fields().stream()
                .flatMap(field -> Stream.of(field.name(), field.after().orElse("")))
                .toArray(String[]::new);
        Journal.write(sql, now, actor, step.topic() + "." + step.kind().word(), step.subject(), values);
    }
}
