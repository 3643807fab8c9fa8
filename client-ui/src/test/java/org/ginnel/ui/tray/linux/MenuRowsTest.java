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

    /// GNOME's extension for icons leaves a line that moves where it was.
    @Test
    void noLineMoves_fromTheFirstThatChangedAllAreNumberedAnew() {
        var one = MenuRows.empty().with(List.of(new TrayItem.Label("one"), DIVIDER, OPEN, QUIT));
        var two = one.with(List.of(new TrayItem.Label("two"), DIVIDER, QUIT, OPEN));

        assertThat(ids(two).subList(0, 2)).isEqualTo(ids(one).subList(0, 2));
        assertThat(ids(two).subList(2, 4)).doesNotContainAnyElementsOf(ids(one));
        assertThat(two.changedSince(one))
                .as("told besides the layout")
                .extracting(MenuRow::item)
                .containsExactly(new TrayItem.Label("two"));
    }

    @Test
    void aClickThatWasUnderWay_doesWhatWasMeant_whereverThatStandsNow() {
        var one = MenuRows.empty().with(List.of(OPEN, QUIT));
        var two = one.with(List.of(QUIT, OPEN));

        assertThat(two.action(ids(one).getFirst())).contains(new TrayAction.Open());
        assertThat(two.action(ids(one).getLast())).contains(new TrayAction.Quit());
    }

    @Test
    void numbersOfLongAgo_areForgotten_andThoseInSightAreNot() {
        var first = MenuRows.empty().with(List.of(OPEN, QUIT));
        var rows = first;
        for (var i = 0; i < 200; i++) {
            rows = rows.with(List.of(OPEN, DIVIDER, QUIT)).with(List.of(OPEN, QUIT));
        }

        assertThat(rows.commands()).hasSizeLessThan(300);
        assertThat(rows.action(ids(rows).getFirst())).contains(new TrayAction.Open());
        assertThat(ids(rows).getFirst()).isEqualTo(ids(first).getFirst());
        assertThat(rows.action(ids(first).getLast())).isEmpty();
    }

    private static List<Integer> ids(MenuRows rows) {
        return rows.rows().stream().map(MenuRow::id).toList();
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
