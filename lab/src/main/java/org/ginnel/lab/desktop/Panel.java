// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.ginnel.lab.LabException;
import org.ginnel.ui.tray.linux.DbusMenu;
import org.ginnel.ui.tray.linux.MenuNode;
import org.ginnel.ui.tray.linux.StatusNotifierItem;
import org.ginnel.ui.tray.linux.StatusNotifierWatcher;

/// A desktop of which there is only the panel, on a session bus of its own: it reads an icon with its menu and
/// clicks in it as panels do, by calls on the bus.
public final class Panel implements StatusNotifierWatcher, Properties, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ITEM = "/StatusNotifierItem";

    private final Process daemon;
    private final String address;
    private final DBusConnection bus;
    private final BlockingQueue<String> registered = new LinkedBlockingQueue<>();
    private final BlockingQueue<DBusSignal> news = new LinkedBlockingQueue<>();
    private String icon = "";

    private Panel(Process daemon, String address, DBusConnection bus) {
        this.daemon = daemon;
        this.address = address;
        this.bus = bus;
    }

    /// Starts the bus, with its socket in `folder`, and the panel on it.
    public static Panel start(Path folder) throws IOException, DBusException {
        var daemon = new ProcessBuilder(
                        "dbus-daemon",
                        "--session",
                        "--nofork",
                        "--nopidfile",
                        "--print-address",
                        "--address=unix:path=" + folder.resolve("bus"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
        var address = Optional.ofNullable(said.readLine())
                .orElseThrow(() -> new LabException("dbus-daemon ended without an address"));
        var bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        var panel = new Panel(daemon, address, bus);
        bus.exportObject(PATH, panel);
        bus.addSigHandler(StatusNotifierItem.NewIcon.class, panel.news::add);
        bus.addSigHandler(DbusMenu.LayoutUpdated.class, panel.news::add);
        bus.addSigHandler(DbusMenu.ItemsPropertiesUpdated.class, panel.news::add);
        bus.requestBusName(NAME);
        return panel;
    }

    /// As `DBUS_SESSION_BUS_ADDRESS` wants it.
    public String address() {
        return address;
    }

    @Override
    public void registerStatusNotifierItem(String service) {
        registered.add(service);
    }

    /// Waits for an icon to come.
    public void awaitIcon() throws InterruptedException {
        icon = Optional.ofNullable(registered.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .orElseThrow(() -> new LabException("no icon came"));
    }

    /// Waits until the menu is such. Reads it again only when a change was announced, as panels do.
    ///
    /// @return its lines from top to bottom; a separator is empty
    public List<String> awaitMenu(Predicate<List<String>> such) throws DBusException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var lines = lines(); ; lines = lines()) {
            if (such.test(lines)) {
                return lines;
            }
            if (news.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS) == null) {
                throw new LabException("the menu is still " + lines);
            }
        }
    }

    /// Clicks the line that reads so.
    public void click(String line) throws DBusException {
        var id = Optional.ofNullable(menu().get(line)).orElseThrow(() -> new LabException("there is no " + line));
        dbusMenu().event(id, "clicked", new Variant<>(0), new UInt32(0));
    }

    /// What is shown when the pointer rests on the icon.
    public String toolTip() throws DBusException {
        return ((Object[]) property("ToolTip"))[3].toString();
    }

    /// The pixels of the icon, to compare.
    public String pixels() throws DBusException {
        return Arrays.deepToString(((List<?>) property("IconPixmap")).toArray());
    }

    private List<String> lines() throws DBusException {
        return nodes().stream().map(Panel::label).toList();
    }

    private Map<String, Integer> menu() throws DBusException {
        var ids = new HashMap<String, Integer>();
        nodes().forEach(node -> ids.put(label(node), node.id()));
        return ids;
    }

    private List<MenuNode> nodes() throws DBusException {
        return dbusMenu().getLayout(0, -1, List.of()).second().children().stream()
                .map(child -> node((Object[]) child.getValue()))
                .toList();
    }

    @SuppressWarnings("unchecked") // `(ia{sv}av)`, as the interface has it
    private static MenuNode node(Object[] fields) {
        return new MenuNode((Integer) fields[0], (Map<String, Variant<?>>) fields[1], List.of());
    }

    private static String label(MenuNode node) {
        return Optional.ofNullable(node.properties().get("label"))
                .map(label -> label.getValue().toString())
                .orElse("");
    }

    private DbusMenu dbusMenu() throws DBusException {
        return bus.getRemoteObject(icon, ((DBusPath) property("Menu")).getPath(), DbusMenu.class);
    }

    private Object property(String name) throws DBusException {
        var all = bus.getRemoteObject(icon, ITEM, Properties.class).GetAll("org.kde.StatusNotifierItem");
        return Optional.ofNullable(all.get(name)).orElseThrow().getValue();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <A> A Get(String interfaceName, String name) {
        return (A) new Variant<>(true);
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return Map.of("IsStatusNotifierHostRegistered", new Variant<>(true));
    }

    @Override
    public <A> void Set(String interfaceName, String name, A value) {}

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void close() {
        bus.disconnect();
        daemon.destroyForcibly();
    }
}
