// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ginnel.devkit.Golden;
import org.ginnel.lab.leak.flood.Probes;
import org.ginnel.lab.net.Addresses.OfGateway;
import org.junit.jupiter.api.Test;

class RouterRulesTest {
    @Test
    void rules_areAsReviewed() {
        Golden.check("leak/router.nft", RouterRules.render(Probes.ALL, List.of(new OfGateway(1), new OfGateway(2))));
    }

    @Test
    void counters_areReadByName() {
        assertThat(RouterRules.parse("""
                        table inet leak {
                        \tcounter lan-dns4 {
                        \t\tpackets 12 bytes 480
                        \t}
                        \tcounter other {
                        \t\tpackets 0 bytes 0
                        \t}
                        }
                        """))
                .containsOnly(java.util.Map.entry("lan-dns4", 12L), java.util.Map.entry("other", 0L));
    }
}
