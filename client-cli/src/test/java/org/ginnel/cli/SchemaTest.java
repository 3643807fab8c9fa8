// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.cli.json.ErrorJson;
import org.ginnel.cli.json.JsonText;
import org.ginnel.cli.json.StatusJson;
import org.ginnel.cli.text.ExitCode;
import org.ginnel.cli.text.Explanation;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Causes;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.relay.Server;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every state and every cause is a document of its schema, and holds all the fields in every state.
class SchemaTest {
    private static final Server TOKYO = Servers.byId("ap-northeast-1");

    @SuppressWarnings("UnusedVariable") // a source of parameters, named in an annotation
    private static final List<ErrorCause> CAUSES = Causes.ALL;

    static List<TunnelView> views() {
        var offline = new ErrorCause.Offline("h");
        return List.of(
                new TunnelView.Disconnected(Optional.empty()),
                new TunnelView.Connecting(Optional.empty(), TunnelView.Phase.CHOOSING, 1),
                new TunnelView.Connecting(Optional.of(TOKYO), TunnelView.Phase.PROVING, 2),
                Snapshots.connectedView(TOKYO, new Reason.ChosenByUser()),
                Snapshots.connectedView(TOKYO, new Reason.FirstOfList(3)),
                new TunnelView.Reconnecting(TOKYO, offline, 1),
                new TunnelView.Disconnecting(),
                new TunnelView.Locked(Optional.empty()),
                new TunnelView.Locked(Optional.of(offline)),
                new TunnelView.Paused(Servers.NOON, Optional.empty()),
                new TunnelView.Paused(Servers.NOON, Optional.of(TOKYO)),
                new TunnelView.Blocked(offline, Servers.NOON, true));
    }

    @ParameterizedTest
    @EnumSource
    void everyMerit_isADocumentOfTheSchema(Reason.Merit merit) {
        var reason = new Reason.Preferred(Duration.ofMillis(9), Duration.ofMillis(8), merit, 14, 15);
        check(
                "status.schema.json",
                StatusJson.of(
                        Snapshots.withTunnel(Snapshots.connected(TOKYO), Snapshots.connectedView(TOKYO, reason)),
                        true));
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyState_isADocumentOfTheSchema(TunnelView view) {
        check("status.schema.json", StatusJson.of(Snapshots.withTunnel(Snapshots.loggedOut(), view), false));
        check("status.schema.json", StatusJson.of(Snapshots.withTunnel(Snapshots.connected(TOKYO), view), true));
    }

    @ParameterizedTest
    @EnumSource(ErrorCause.Part.class)
    void everyDisturbance_isInTheSchema(ErrorCause.Part part) {
        var disturbed =
                Snapshots.withDisturbance(Snapshots.loggedIn(), Optional.of(new Disturbance(part, Servers.NOON, 1)));

        check("status.schema.json", StatusJson.of(disturbed, true));
    }

    @Test
    void everyKey_isInTheSchema() {
        for (var key :
                List.of(new TunnelKey(true, Optional.of(Servers.NOON)), new TunnelKey(false, Optional.empty()))) {
            check("status.schema.json", StatusJson.of(Snapshots.withKey(Snapshots.connected(TOKYO), key), true));
        }
    }

    @Test
    void everySetting_isInTheSchema() {
        var settings = new Settings(true, true, List.of("9.9.9.9", "2620:fe::fe"));

        check("status.schema.json", StatusJson.of(Snapshots.withSettings(Snapshots.loggedIn(), settings), true));
    }

    @ParameterizedTest
    @FieldSource("CAUSES")
    void everyCause_isInBothSchemas(ErrorCause cause) {
        var failed = new TunnelView.Disconnected(Optional.of(cause));

        check("status.schema.json", StatusJson.of(Snapshots.withTunnel(Snapshots.loggedIn(), failed), true));
        check("error.schema.json", ErrorJson.of(ExitCode.of(cause), Explanation.of(cause), Optional.of(cause)));
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyState_hasTheSameFields(TunnelView view) {
        assertThat(StatusJson.of(Snapshots.withTunnel(Snapshots.loggedOut(), view), true))
                .hasSameSizeAs(StatusJson.of(Snapshots.loggedIn(), true));
    }

    @Test
    void documents_areAscii() {
        Snapshot snapshot = Snapshots.connected(Servers.byId("sa-east-1"));

        assertThat(JsonText.pretty(StatusJson.of(snapshot, true)))
                .contains("S\\u00E3o Paulo")
                .matches("[\\x20-\\x7e\\n]+");
    }

    private static void check(String schema, Map<String, ?> document) {
        JsonSchema.ofDocs(schema).check(JsonText.compact(document));
    }
}
