// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.linux;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.ginnel.ui.fx.DesktopName;
import org.ginnel.ui.notify.Announcement;
import org.ginnel.ui.notify.Bell;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Announces over the session bus, on a thread of its own that first connects when there is something to say. A
/// desktop that fails is asked again with the next announcement.
public final class DesktopBell implements Bell {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopBell.class);
    private static final UInt32 NONE = new UInt32(0);
    private final String busAddress;
    private final Runnable onOpen;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ginnel-bell").factory());
    private final Map<Announcement.Topic, UInt32> shown = new ConcurrentHashMap<>();
    private @Nullable DBusConnection bus;

    /// @param busAddress as in `DBUS_SESSION_BUS_ADDRESS`
    /// @param onOpen called on a thread of the bus's own when a user clicks an announcement
    public DesktopBell(String busAddress, Runnable onOpen) {
        this.busAddress = busAddress;
        this.onOpen = onOpen;
    }

    @Override
    public void ring(Announcement.Topic topic, Announcement.Urgency urgency, String title, String body) {
        try {
            thread.execute(() -> show(topic, urgency, title, body));
        } catch (RejectedExecutionException afterClose) {
            LOG.debug("the bell is closed");
        }
    }

    @Override
    public void whetherHeard(Consumer<Boolean> answer) {
        try {
            thread.execute(() -> answer.accept(isHeard()));
        } catch (RejectedExecutionException afterClose) {
            LOG.debug("the bell is closed");
        }
    }

    /// Desktops start what shows announcements when it is asked for something.
    private boolean isHeard() {
        try {
            return connection()
                    .getRemoteObject(Notifications.NAME, Notifications.PATH, Notifications.class)
                    .capabilities()
                    .contains("body");
        } catch (DBusException | DBusExecutionException nobody) {
            LOG.debug("nobody shows announcements: {}", nobody.toString());
            hangUp();
            return false;
        }
    }

    private void show(Announcement.Topic topic, Announcement.Urgency urgency, String title, String body) {
        try {
            var replaces = shown.getOrDefault(topic, NONE);
            var id = connection()
                    .getRemoteObject(Notifications.NAME, Notifications.PATH, Notifications.class)
                    .show(
                            "Ginnel",
                            replaces,
                            DesktopName.APPLICATION,
                            title,
                            escaped(body),
                            List.of("default", title),
                            Map.of(
                                    "urgency", new Variant<>(level(urgency)),
                                    "desktop-entry", new Variant<>(DesktopName.APPLICATION),
                                    "category", new Variant<>("network")),
                            -1);
            shown.put(topic, id);
        } catch (DBusException | DBusExecutionException failure) {
            LOG.debug("nothing is announced: {}", failure.toString());
            hangUp();
        }
    }

    /// Bodies may be read as markup.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte level(Announcement.Urgency urgency) {
        return switch (urgency) {
            case LOW -> 0;
            case NORMAL -> 1;
            case CRITICAL -> 2;
        };
    }

    private DBusConnection connection() throws DBusException {
        if (bus == null || !bus.isConnected()) {
            bus = DBusConnectionBuilder.forAddress(busAddress)
                    .withShared(false)
                    .receivingThreadConfig()
                    .withSignalThreadCount(1)
                    .withErrorHandlerThreadCount(1)
                    .withMethodCallThreadCount(1)
                    .withMethodReturnThreadCount(1)
                    .connectionConfig()
                    .build();
            bus.addSigHandler(Notifications.ActionInvoked.class, clicked -> {
                if (shown.containsValue(clicked.id())) {
                    onOpen.run();
                }
            });
        }
        return bus;
    }

    private void hangUp() {
        if (bus != null) {
            bus.disconnect();
            bus = null;
        }
        shown.clear();
    }

    @Override
    public void close() {
        try {
            thread.execute(this::takeAway);
        } catch (RejectedExecutionException secondTime) {
            LOG.debug("the bell is closed");
        }
        thread.shutdown();
    }

    private void takeAway() {
        try {
            if (bus != null) {
                var desktop = bus.getRemoteObject(Notifications.NAME, Notifications.PATH, Notifications.class);
                shown.values().forEach(desktop::closeNotification);
            }
        } catch (DBusException | DBusExecutionException failure) {
            LOG.debug("announcements stay: {}", failure.toString());
        } finally {
            hangUp();
        }
    }
}
