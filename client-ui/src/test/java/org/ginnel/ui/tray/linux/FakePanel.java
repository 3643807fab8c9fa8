// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// A desktop's panel as small as can be: a watcher, and a reader of icons and menus.
final class FakePanel implements StatusNotifierWatcher, Properties, AutoCloseable {
    private final DBusConnection bus;
    private final BlockingQueue<String> registered = new LinkedBlockingQueue<>();
    private final BlockingQueue<DBusSignal> signals = new LinkedBlockingQueue<>();
    private volatile boolean hostPresent = true;
    private String service = "";

    private FakePanel(DBusConnection bus) {
        this.bus = bus;
    }

    static FakePanel on(PrivateBus privateBus) throws DBusException {
        var panel = new FakePanel(privateBus.connect());
        panel.bus.exportObject(PATH, panel);
        panel.bus.addSigHandler(StatusNotifierItem.NewIcon.class, panel.signals::add);
        panel.bus.addSigHandler(StatusNotifierItem.NewStatus.class, panel.signals::add);
        panel.bus.addSigHandler(StatusNotifierItem.NewToolTip.class, panel.signals::add);
        panel.bus.addSigHandler(DbusMenu.LayoutUpdated.class, panel.signals::add);
        panel.bus.addSigHandler(DbusMenu.ItemsPropertiesUpdated.class, panel.signals::add);
        panel.bus.requestBusName(NAME);
        return panel;
    }

    @Override
    public void registerStatusNotifierItem(String name) {
        registered.add(name);
    }

    /// Waits for an icon to come.
    String nextIcon() throws InterruptedException {
        var name = registered.poll(10, TimeUnit.SECONDS);
        if (name == null) {
            throw new AssertionError("no icon registered");
        }
        service = name;
        return name;
    }

    boolean hasNewIcons() {
        return !registered.isEmpty();
    }

    /// The next announcement of that kind; others before it are dropped.
    <S extends DBusSignal> S next(Class<S> kind) throws InterruptedException {
        for (var signal = poll(); signal != null; signal = poll()) {
            if (kind.isInstance(signal)) {
                return kind.cast(signal);
            }
        }
        throw new AssertionError("no " + kind.getSimpleName() + " was announced");
    }

    List<DBusSignal> announced() {
        return List.copyOf(signals);
    }

    private @Nullable DBusSignal poll() throws InterruptedException {
        return signals.poll(10, TimeUnit.SECONDS);
    }

    void hostIs(boolean present) throws DBusException {
        hostPresent = present;
        bus.sendMessage(present ? new StatusNotifierHostRegistered(PATH) : new StatusNotifierHostUnregistered(PATH));
    }

    /// Sends a signal after all the others: who has handled it has handled those.
    void mark() throws DBusException {
        bus.sendMessage(new StatusNotifierItem.NewToolTip("/mark"));
    }

    /// A property of the icon, unwrapped.
    Object property(String name) throws DBusException {
        var all =
                bus.getRemoteObject(service, ItemObject.PATH, Properties.class).GetAll("org.kde.StatusNotifierItem");
        return Optional.ofNullable(all.get(name)).orElseThrow().getValue();
    }

    StatusNotifierItem item() throws DBusException {
        return bus.getRemoteObject(service, ItemObject.PATH, StatusNotifierItem.class);
    }

    DbusMenu menu() throws DBusException {
        return bus.getRemoteObject(service, ((DBusPath) property("Menu")).getPath(), DbusMenu.class);
    }

    MenuPair<UInt32, MenuNode> layout() throws DBusException {
        return menu().getLayout(0, -1, List.of());
    }

    void click(int id) throws DBusException {
        menu().event(id, "clicked", new Variant<>(0), new UInt32(0));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <A> A Get(String interfaceName, String name) {
        return (A) new Variant<>(hostPresent);
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return Map.of("IsStatusNotifierHostRegistered", new Variant<>(hostPresent));
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
    }
}
