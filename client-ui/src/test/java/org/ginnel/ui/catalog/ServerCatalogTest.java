// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ginnel.control.Reply;
import org.ginnel.devkit.Servers;
import org.ginnel.devkit.Snapshots;
import org.ginnel.ui.ScriptedDaemon;
import org.junit.jupiter.api.Test;

class ServerCatalogTest {
    private final ScriptedDaemon daemon = new ScriptedDaemon();
    private final ServerCatalog catalog = new ServerCatalog(daemon);

    /// The daemon counts load, loss and habit too.
    @Test
    void theFastest_isTheDaemons_notTheNearest() {
        answer(Optional.of("eu-west-1"));

        assertThat(catalog.nearest().getFirst().server().id()).isEqualTo("eu-central-1");
        assertThat(catalog.fastest().map(fastest -> fastest.server().id())).contains("eu-west-1");
        assertThat(catalog.fastest().map(fastest -> fastest.roundTrip().toMillis()))
                .contains(17L);
    }

    @Test
    void withoutOne_orWithOneThatWasSilentLast_thereIsNone() {
        answer(Optional.empty());
        assertThat(catalog.fastest()).isEmpty();

        answer(Optional.of("ap-southeast-2"));
        assertThat(catalog.fastest()).isEmpty();
    }

    private void answer(Optional<String> fastest) {
        catalog.forget();
        catalog.want(Snapshots.loggedIn());
        daemon.answer(new Reply.Servers(Servers.measured(Servers.REFERENCE), 1, fastest));
    }
}
