// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.ginnel.daemon.windows.network.IpHelper.Rows;
import org.ginnel.host.OperatingSystem;
import org.junit.jupiter.api.Test;

/// IP Helper itself, asked only.
class NativeIpHelperOnWindowsTest {
    private static final long NOBODY = 0x0099_0000_0000_0077L;

    private final NativeIpHelper helper = new NativeIpHelper();

    @Test
    void routes_canAllBeRead() {
        assertThat(helper.routes())
                .isInstanceOfSatisfying(
                        Rows.Found.class,
                        found -> assertThat(found.rows()).allSatisfy(row -> {
                            assertThat(row).hasSize(RouteRow.SIZE);
                            assertThat(RouteRow.read(row)).isPresent();
                        }));
    }

    @Test
    void blankRows_areTheSizesOfTheirStructures() {
        assumeTrue(OperatingSystem.here() == OperatingSystem.WINDOWS, "Wine 8 has no function that makes them");
        assertThat(helper.blankAddress()).hasSize(IpRows.ADDRESS);
        assertThat(helper.blankRoute()).hasSize(RouteRow.SIZE);
        assertThat(helper.interfaceRow(NOBODY, true)).isInstanceOf(Rows.Refused.class);
    }

    @Test
    void counts_ofAnInterfaceThatIsThere_areRead_andOfNoneRefused() {
        if (helper.routes() instanceof Rows.Found(var rows) && !rows.isEmpty()) {
            var luid = RouteRow.read(rows.getFirst()).orElseThrow().luid();
            assertThat(helper.counts(luid))
                    .isInstanceOfSatisfying(
                            Rows.Found.class,
                            found -> assertThat(found.rows())
                                    .singleElement()
                                    .satisfies(row -> assertThat(row).hasSize(IpRows.COUNTS)));
        }
        assertThat(helper.counts(NOBODY)).isInstanceOf(Rows.Refused.class);
    }

    /// That somebody is called when something changes is seen on Windows only: Wine 8 calls nobody.
    @Test
    void watching_endsWhenItIsClosed() {
        List<NetworkChange> heard = new ArrayList<>();
        helper.watchNetwork(heard::add).close();
        helper.watchRemoval(1, () -> {}).close();
        assertThat(heard).isEmpty();
    }
}
