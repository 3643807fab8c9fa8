// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayItem;

/// The lines of a menu, numbered so that a number means the same thing for ever.
///
/// A click travels for a while; when the menu changed meanwhile it must not hit what now stands in that place.
///
/// @param revision grows whenever lines come, go or move
/// @param numbers what each number was given to
record MenuRows(int revision, List<MenuRow> rows, Map<Meaning, Integer> numbers) {
    MenuRows {
        rows = List.copyOf(rows);
        numbers = Map.copyOf(numbers);
    }

    static MenuRows empty() {
        return new MenuRows(1, List.of(), Map.of());
    }

    MenuRows with(List<TrayItem> items) {
        var known = new HashMap<>(numbers);
        var seen = new HashMap<Object, Integer>();
        var next = new ArrayList<MenuRow>();
        for (var item : items) {
            var what = what(item);
            var meaning = new Meaning(what, seen.merge(what, 1, Integer::sum));
            next.add(new MenuRow(known.computeIfAbsent(meaning, _ -> known.size() + 1), item));
        }
        return new MenuRows(ids(next).equals(ids(rows)) ? revision : revision + 1, next, known);
    }

    /// The lines that look different from before. Meant for menus of the same revision.
    List<MenuRow> changedSince(MenuRows before) {
        return rows.stream().filter(row -> !before.rows.contains(row)).toList();
    }

    Optional<MenuRow> row(int id) {
        return rows.stream().filter(row -> row.id() == id).findFirst();
    }

    /// What a click on that number asks for; empty when it is not shown, or only to be read.
    Optional<TrayAction> action(int id) {
        return row(id).map(MenuRow::item)
                .filter(TrayItem.Command.class::isInstance)
                .map(item -> ((TrayItem.Command) item).action());
    }

    private static List<Integer> ids(List<MenuRow> rows) {
        return rows.stream().map(MenuRow::id).toList();
    }

    private static Object what(TrayItem item) {
        return switch (item) {
            case TrayItem.Command command -> command.id();
            case TrayItem.Label _, TrayItem.Divider _ -> item.getClass();
        };
    }

    /// What a number stands for: the nth line in the menu that does or is this.
    record Meaning(Object what, int nth) {}
}
