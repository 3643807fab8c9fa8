// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;

class NftOfMachineTest {
    private final List<String> asked = new ArrayList<>();
    private Optional<ErrorCause> answer = Optional.empty();

    @Test
    void aMachineWhereNftNeverWorked_neverSeesTheLibrary() {
        answer = Optional.of(new ErrorCause.NotPermitted());
        var nft = new NftOfMachine(recording("program"), () -> Optional.of(recording("library")));

        assertThat(nft.load("x")).isEqualTo(answer);
        assertThat(nft.load("x")).isEqualTo(answer);
        nft.list("inet");

        assertThat(asked).containsExactly("program load", "program load", "program list");
    }

    @Test
    void onceNftHasWorked_theLibraryDoesTheRest() {
        var nft = new NftOfMachine(recording("program"), () -> Optional.of(recording("library")));

        assertThat(nft.load("x")).isEmpty();
        assertThat(nft.load("x")).isEmpty();
        nft.list("inet");

        assertThat(asked).containsExactly("program load", "library load", "library list");
    }

    @Test
    void withoutALibrary_theProgramGoesOn() {
        var nft = new NftOfMachine(recording("program"), Optional::empty);

        assertThat(nft.load("x")).isEmpty();
        assertThat(nft.load("x")).isEmpty();

        assertThat(asked).containsExactly("program load", "program load");
    }

    private Nft recording(String name) {
        return new Nft() {
            @Override
            public Optional<ErrorCause> load(String commands) {
                asked.add(name + " load");
                return answer;
            }

            @Override
            public Listing count() {
                return list("counters");
            }

            @Override
            public Listing list(String family) {
                asked.add(name + " list");
                return new Listing.Absent();
            }
        };
    }
}
