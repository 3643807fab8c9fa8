// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.peering.PeerHash;
import org.ginnel.peering.PeerSet;
import org.ginnel.provisioning.fleet.Scope;
import org.ginnel.provisioning.lease.PeerChange;
import org.ginnel.wireguard.IpNetwork;
import org.ginnel.wireguard.PublicKey;
import org.junit.jupiter.api.Test;

class PeerBookTest {
    private static final Scope SERVER = Scope.server("x-1");
    private static final Scope PRO = Scope.tier("pro");

    private final PeerBook book = new PeerBook();

    private static PublicKey key(int number) {
        return PublicKey.of(ByteBuffer.allocate(32).putInt(number).array());
    }

    private static PeerChange put(long revision, Scope scope, int number) {
        var address = IpNetwork.parse("10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255));
        return new PeerChange(
                revision, scope, key(number), Optional.empty(), Optional.of(List.of(address.orElseThrow())), "x");
    }

    private static PeerChange remove(long revision, Scope scope, int number) {
        return new PeerChange(revision, scope, key(number), Optional.empty(), Optional.empty(), "x");
    }

    @Test
    void gateway_hasThePeersOfItsScopes_andTheirHash() {
        book.accept(List.of(put(1, SERVER, 1), put(2, PRO, 2), put(3, Scope.server("other"), 3)));

        var page = book.page(Set.of(SERVER, PRO));

        assertThat(page.put()).hasSize(2);
        assertThat(page.hash().text()).isEqualTo(new PeerSet(page.put()).hash());
        assertThat(page.revision()).isEqualTo(3);
    }

    @Test
    void change_isToldAsItIsNow() {
        book.accept(List.of(put(1, SERVER, 1), put(2, SERVER, 2), remove(3, SERVER, 1), put(4, SERVER, 3)));

        var page = book.pageSince(Set.of(SERVER, PRO), 2).orElseThrow();

        assertThat(page.removed()).containsExactly(key(1));
        assertThat(page.put()).extracting(peer -> peer.publicKey()).containsExactly(key(3));
        assertThat(book.pageSince(Set.of(SERVER), 5)).isEmpty();
        assertThat(book.pageSince(Set.of(SERVER), 4).orElseThrow().put()).isEmpty();
    }

    @Test
    void keyThatMovesToAnotherScope_isNotRemoved() {
        book.accept(List.of(put(1, SERVER, 1)));
        book.accept(List.of(remove(2, SERVER, 1), put(3, PRO, 1)));

        var page = book.pageSince(Set.of(SERVER, PRO), 1).orElseThrow();

        assertThat(page.removed()).isEmpty();
        assertThat(page.put()).hasSize(1);
    }

    @Test
    void whoHasNotHeardForLong_isToldEverything_andNothingIsKeptForEver() {
        for (int i = 0; i < 15_000; i++) {
            book.accept(List.of(put(2L * i + 1, SERVER, i), remove(2L * i + 2, SERVER, i)));
        }
        book.accept(List.of(put(40_000, SERVER, 1)));

        assertThat(book.pageSince(Set.of(SERVER), 39_999).orElseThrow().put()).hasSize(1);
        assertThat(book.page(Set.of(SERVER)).put()).hasSize(1);
        book.accept(List.of(remove(40_001, SERVER, 1)));
        assertThat(book.page(Set.of(SERVER)).hash()).isEqualTo(PeerHash.EMPTY);
        for (int i = 0; i < 25_000; i++) {
            book.accept(List.of(put(50_000L + i, SERVER, i)));
        }
        assertThat(book.pageSince(Set.of(SERVER), 50_000)).isEmpty();
        assertThat(book.size(Set.of(SERVER))).isEqualTo(25_000);
    }
}
