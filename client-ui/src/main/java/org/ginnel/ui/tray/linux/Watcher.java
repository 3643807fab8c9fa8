// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one icon registered with the desktop's watcher, whichever process that is at the moment.
final class Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    private final DBusConnection bus;
    private final String service;
    private boolean wanted;
    private volatile boolean shows;

    /// @param service the bus name that the icon gets
    Watcher(DBusConnection bus, String service) {
        this.bus = bus;
        this.service = service;
    }

    static boolean isPresent(DBusConnection bus) throws DBusException {
        return bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class)
                .NameHasOwner(StatusNotifierWatcher.NAME);
    }

    /// Takes the bus name and starts listening for watchers and panels that come and go.
    void follow() throws DBusException {
        bus.requestBusName(service);
        var owner = DBusMatchRuleBuilder.create()
                .withType(DBus.NameOwnerChanged.class)
                .withSender("org.freedesktop.DBus")
                .withArg0123(0, StatusNotifierWatcher.NAME)
                .build();
        bus.<DBus.NameOwnerChanged>addSigHandler(owner, changed -> ownerIs(changed.newOwner));
        bus.addSigHandler(StatusNotifierWatcher.StatusNotifierHostRegistered.class, _ -> lookForPanel());
        bus.addSigHandler(StatusNotifierWatcher.StatusNotifierHostUnregistered.class, _ -> lookForPanel());
    }

    /// Registers now if there is a watcher, and with every one that comes later.
    synchronized void register() throws DBusException {
        wanted = true;
        if (isPresent(bus)) {
            registerWithThisOne();
        }
    }

    /// Whether a panel shows the icon now, as far as watchers tell.
    boolean shows() {
        return shows;
    }

    private synchronized void ownerIs(String owner) {
        shows = false;
        if (wanted && !owner.isEmpty()) {
            registerWithThisOne();
        }
    }

    private void registerWithThisOne() {
        try {
            bus.getRemoteObject(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class)
                    .registerStatusNotifierItem(service);
            shows = true;
            lookForPanel();
        } catch (DBusException | DBusExecutionException refused) {
            LOG.info("the desktop's watcher of trays refused us: {}", refused.toString());
        }
    }

    /// A watcher may run without a panel; those that do not say are believed to have one.
    private synchronized void lookForPanel() {
        if (!wanted) {
            return;
        }
        try {
            Object panel = bus.getRemoteObject(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH, Properties.class)
                    .Get(StatusNotifierWatcher.NAME, "IsStatusNotifierHostRegistered");
            shows = !Boolean.FALSE.equals(panel);
        } catch (DBusException | DBusExecutionException silent) {
            LOG.debug("the watcher does not say whether there is a panel: {}", silent.toString());
        }
    }
}
