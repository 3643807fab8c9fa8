// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.ginnel.daemon.store.Saved;
import org.ginnel.daemon.store.StateFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
    @TempDir
    private Path directory;

    private StateFile file;
    private Keeper keeper;

    @BeforeEach
    void open() throws IOException {
        file = new StateFile(directory.resolve("state"), directory.resolve("spare"));
        keeper = new Keeper(file, Saved.nothing());
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
}
