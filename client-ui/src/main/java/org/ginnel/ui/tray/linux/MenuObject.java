// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.ginnel.ui.tray.TrayAction;

/// The menu on the bus. Answers from the rows it was last given; callers are any program of the same user.
final class MenuObject implements DbusMenu, Properties {
    static final String PATH = "/MenuBar";

    private static final int ROOT = 0;
    private static final PropertyTable PROPERTIES = new PropertyTable(
            "com.canonical.dbusmenu",
            Map.of(
                    "Version", new Variant<>(new UInt32(3)),
                    "TextDirection", new Variant<>("ltr"),
                    "Status", new Variant<>("normal"),
                    "IconThemePath", new Variant<>(List.<String>of(), "as")));

    private final Consumer<TrayAction> onAction;
    private volatile MenuRows rows = MenuRows.empty();

    MenuObject(Consumer<TrayAction> onAction) {
        this.onAction = onAction;
    }

    void set(MenuRows next) {
        rows = next;
    }

    MenuRows rows() {
        return rows;
    }

    @Override
    public MenuPair<UInt32, MenuNode> getLayout(int parentId, int recursionDepth, List<String> propertyNames) {
        var now = rows;
        var node =
                parentId == ROOT ? root(now, recursionDepth, propertyNames) : leaf(row(now, parentId), propertyNames);
        return new MenuPair<>(new UInt32(now.revision()), node);
    }

    @Override
    public List<MenuProperties> getGroupProperties(List<Integer> ids, List<String> propertyNames) {
        var wanted = new HashSet<>(ids);
        return rows.rows().stream()
                .filter(row -> wanted.isEmpty() || wanted.contains(row.id()))
                .map(row -> new MenuProperties(row.id(), row.properties(propertyNames)))
                .toList();
    }

    @Override
    public Variant<?> getProperty(int id, String name) {
        var value = row(rows, id).properties(List.of()).get(name);
        if (value == null) {
            throw new DBusExecutionException("item " + id + " has no property of that name");
        }
        return value;
    }

    @Override
    public void event(int id, String eventId, Variant<?> data, UInt32 timestamp) {
        if (eventId.equals("clicked")) {
            rows.action(id).ifPresent(onAction);
        }
    }

    @Override
    public List<Integer> eventGroup(List<MenuEvent> events) {
        events.forEach(event -> event(event.id(), event.eventId(), event.data(), event.timestamp()));
        return missing(events.stream().map(MenuEvent::id).toList());
    }

    @Override
    public boolean aboutToShow(int id) {
        return false;
    }

    @Override
    public MenuPair<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids) {
        return new MenuPair<>(List.of(), missing(ids));
    }

    /// dbus-java declares a type the caller picks; on the bus it is always a variant, which this is.
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <A> A Get(String interfaceName, String name) {
        return (A) PROPERTIES.get(interfaceName, name);
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return PROPERTIES.getAll(interfaceName);
    }

    @Override
    public <A> void Set(String interfaceName, String name, A value) {
        throw PropertyTable.refusal(name);
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    private List<Integer> missing(List<Integer> ids) {
        var now = rows;
        return ids.stream().filter(id -> id != ROOT && now.row(id).isEmpty()).toList();
    }

    private static MenuNode root(MenuRows now, int recursionDepth, List<String> names) {
        List<Variant<?>> children = recursionDepth == 0
                ? List.of()
                : now.rows().stream().<Variant<?>>map(row -> child(row, names)).toList();
        return new MenuNode(ROOT, Map.of("children-display", new Variant<>("submenu")), children);
    }

    private static Variant<?> child(MenuRow row, List<String> names) {
        return new Variant<>(leaf(row, names), MenuNode.SIGNATURE);
    }

    private static MenuNode leaf(MenuRow row, List<String> names) {
        return new MenuNode(row.id(), row.properties(names), List.of());
    }

    private static MenuRow row(MenuRows now, int id) {
        return now.row(id).orElseThrow(() -> new DBusExecutionException("there is no item " + id));
    }
}
