// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayItem;
import org.junit.jupiter.api.Test;

class MenuRowsTest {
    private static final TrayItem OPEN = new TrayItem.Command("open", "Open", new TrayAction.Open());
    private static final TrayItem QUIT = new TrayItem.Command("quit", "Quit", new TrayAction.Quit());
    private static final TrayItem DIVIDER = new TrayItem.Divider();

    @Test
    void numbers_areUniqueAndNeverTheRoot() {
        var rows = MenuRows.empty().with(List.of(OPEN, DIVIDER, DIVIDER, new TrayItem.Label("a"), QUIT));

        assertThat(rows.rows()).extracting(MenuRow::id).doesNotHaveDuplicates().allMatch(id -> id > 0);
    }

    @Test
    void number_ofAnItemThatLeft_isNotGivenToAnother() {
        var both = MenuRows.empty().with(List.of(OPEN, QUIT));
        var open = both.rows().getFirst().id();
        var later = both.with(List.of(QUIT, DIVIDER));

        assertThat(later.action(open)).isEmpty();
        assertThat(later.with(List.of(OPEN)).action(open)).contains(new TrayAction.Open());
    }

    @Test
    void revision_growsWithTheLayoutOnly() {
        var one = MenuRows.empty().with(List.of(new TrayItem.Label("one"), OPEN));
        var two = one.with(List.of(new TrayItem.Label("two"), OPEN));
        var moved = two.with(List.of(OPEN, new TrayItem.Label("two")));

        assertThat(two.revision()).isEqualTo(one.revision());
        assertThat(two.changedSince(one)).extracting(MenuRow::item).containsExactly(new TrayItem.Label("two"));
        assertThat(moved.revision()).isGreaterThan(two.revision());
    }

    @Test
    void labelsAndDividers_haveNoAction() {
        var rows = MenuRows.empty().with(List.of(new TrayItem.Label("a"), DIVIDER));

        assertThat(rows.rows()).hasSize(2).allMatch(row -> rows.action(row.id()).isEmpty());
    }
}
