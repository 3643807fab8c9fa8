// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import org.ginnel.daemon.firewall.Policies;
import org.ginnel.daemon.linux.Tools;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The library does what the program does.
class NftLibraryNamespaceTest {
    private final Tools tools = Tools.inNamespace();
    private final Nft program = new NftProgram(tools.commands());
    private final Nft library = NftLibrary.find().orElseThrow();

    @AfterEach
    void clean() {
        tools.run("nft flush ruleset");
    }

    @Test
    void list_ofWhatIsThere_isTheProgramsWord() {
        assertThat(library.load(NftRenderer.render(Policies.named("connected-lan"), 0, true)))
                .isEmpty();
        assertThat(library.list("inet")).isInstanceOf(Nft.Listing.Present.class).isEqualTo(program.list("inet"));
        assertThat(library.list("arp")).isEqualTo(program.list("arp"));
    }

    @Test
    void list_ofWhatIsNotThere_saysSo() {
        assertThat(library.list("inet")).isEqualTo(new Nft.Listing.Absent());
        assertThat(program.list("inet")).isEqualTo(new Nft.Listing.Absent());
    }

    @Test
    void load_refused_saysWhyAndChangesNothing() {
        assertThat(library.load("add table inet ginnel\nadd rule inet ginnel nowhere accept\n"))
                .hasValueSatisfying(cause -> assertThat(cause)
                        .isInstanceOfSatisfying(ErrorCause.SystemRefused.class, refused -> {
                            assertThat(refused.part()).isEqualTo(ErrorCause.Part.FIREWALL);
                            assertThat(refused.detail()).contains("No such file or directory");
                        }));
        assertThat(tools.run("nft list ruleset")).isEmpty();
    }
}
