// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayItem;

/// The lines of a menu, numbered so that no number ever means another thing, and that none moves: from the first line
/// that came or went, all lines have new numbers. GNOME's extension for icons leaves a line that moves where it was
/// (`_onRootChildMoved` of gnome-shell-extension-appindicator 46 and before).
///
/// A click travels for a while; when the menu changed meanwhile it must not hit what now stands in that place, and what
/// still stands elsewhere is done.
///
/// @param revision grows whenever lines come, go or move
/// @param given the highest number that was given so far
/// @param commands the commands that the latest numbers were given to
record MenuRows(int revision, int given, List<MenuRow> rows, Map<Integer, String> commands) {
    private static final int REMEMBERED = 200;

    MenuRows {
        rows = List.copyOf(rows);
        commands = Map.copyOf(commands);
    }

    static MenuRows empty() {
        return new MenuRows(1, 0, List.of(), Map.of());
    }

    MenuRows with(List<TrayItem> items) {
        var same = alike(items);
        var last = given + items.size() - same;
        var known = new HashMap<>(commands);
        known.keySet().removeIf(id -> id <= last - REMEMBERED);
        var next = new ArrayList<MenuRow>();
        for (var item : items) {
            var place = next.size();
            var row = new MenuRow(place < same ? rows.get(place).id() : given + place - same + 1, item);
            next.add(row);
            if (item instanceof TrayItem.Command command) {
                known.put(row.id(), command.id());
            }
        }
        var unmoved = same == items.size() && same == rows.size();
        return new MenuRows(unmoved ? revision : revision + 1, last, next, known);
    }

    /// How many lines at the start mean what they meant.
    private int alike(List<TrayItem> items) {
        var same = 0;
        while (same < Math.min(rows.size(), items.size())
                && what(rows.get(same).item()).equals(what(items.get(same)))) {
            same++;
        }
        return same;
    }

    /// The lines that stood there before and look different now.
    List<MenuRow> changedSince(MenuRows before) {
        return rows.stream()
                .filter(row ->
                        before.row(row.id()).filter(was -> !was.equals(row)).isPresent())
                .toList();
    }

    Optional<MenuRow> row(int id) {
        return rows.stream().filter(row -> row.id() == id).findFirst();
    }

    /// What a click on that number asks for; empty when it is not shown any more, or only to be read.
    Optional<TrayAction> action(int id) {
        return rows.stream()
                .map(MenuRow::item)
                .filter(TrayItem.Command.class::isInstance)
                .map(TrayItem.Command.class::cast)
                .filter(command -> command.id().equals(commands.get(id)))
                .map(TrayItem.Command::action)
                .findFirst();
    }

    private static Object what(TrayItem item) {
        return switch (item) {
            case TrayItem.Command command -> command.id();
            case TrayItem.Label _, TrayItem.Divider _ -> item.getClass();
        };
    }
}
