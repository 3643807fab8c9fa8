// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.store.Saved;
import org.ginnel.daemon.store.StateFile;
import org.ginnel.daemon.store.Wanted;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
    @TempDir
    private Path directory;

    private final List<Boot> boots = new ArrayList<>();
    private StateFile file;
    private Keeper keeper;

    /// What the machine would come up with, and what the disk said then.
    private record Boot(FirewallPolicy with, boolean saidClosed) {}

    private final class Boots implements Firewall {
        @Override
        public Optional<ErrorCause> comeUp(FirewallPolicy.Closed policy, boolean closed) {
            try {
                boots.add(new Boot(
                        closed ? policy : new FirewallPolicy.Open(), file.read().isWantedClosed()));
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<ErrorCause> apply(FirewallPolicy policy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Refused> refused() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean stands() {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void open() throws IOException {
        file = new StateFile(directory.resolve("state"), directory.resolve("spare"));
        keeper = new Keeper(file, Saved.nothing(), new Boots());
    }

    @Test
    void aChange_isOnTheDiskWhenItReturns() throws IOException {
        keeper.change(saved -> saved.favouring("de-fra-1", true));

        assertThat(file.read().favourites()).containsExactly("de-fra-1");
    }

    @Test
    void whatComesAfterTheEnd_isNotWritten_asTheFileMayBeAnotherDaemons() throws IOException {
        keeper.close();
        file.write(Saved.nothing().favouring("nl-ams-1", true));

        keeper.change(saved -> saved.favouring("de-fra-1", true));

        assertThat(file.read().favourites()).containsExactly("nl-ams-1");
    }

    @Test
    void theMachineComesUpClosed_beforeTheDiskSaysSo_andOpenOnlyAfter() {
        keeper.change(saved -> saved.wanting(Optional.of(tunnel())));
        keeper.change(saved -> saved.with(saved.settings().withAllowLan(true)));
        keeper.change(saved -> saved.wanting(Optional.empty()));

        assertThat(boots)
                .containsExactly(
                        new Boot(FirewallPolicy.Closed.entirely(false), false),
                        new Boot(FirewallPolicy.Closed.entirely(true), true),
                        new Boot(new FirewallPolicy.Open(), false));
    }

    @Test
    void whatAnEarlierRunLeft_isMadeWhatIsKept() {
        keeper.comeUpWithIt();

        assertThat(boots).containsExactly(new Boot(new FirewallPolicy.Open(), false));
    }

    private static Wanted tunnel() {
        return new Wanted(Samples.TOKYO.server(), "[Interface]\n", "203.0.113.6:51820", new Reason.ChosenByUser());
    }
}
