// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.ginnel.relay.Target;
import org.ginnel.ui.tray.Tray;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayIcon;
import org.ginnel.ui.tray.TrayItem;
import org.ginnel.ui.tray.TrayMenu;
import org.ginnel.ui.tray.TrayOpener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the icon says and hears on the bus, beyond the contract of every tray.
class StatusNotifierBusTest {
    private static final TrayItem OPEN = new TrayItem.Command("open", "Open", new TrayAction.Open());
    private static final TrayItem CONNECT =
            new TrayItem.Command("connect", "my_server", new TrayAction.Connect(new Target.Fastest()));

    private final BlockingQueue<TrayAction> actions = new LinkedBlockingQueue<>();
    private PrivateBus bus;

    @BeforeEach
    void startBus() throws Exception {
        bus = PrivateBus.start();
    }

    @AfterEach
    void stopBus() {
        bus.close();
    }

    @Test
    void words_thatChange_areAnnouncedWithoutANewLayout() throws Exception {
        try (var panel = FakePanel.on(bus);
                var tray = open(StatusNotifierOpener.ofWatcher(bus.address()))) {
            tray.show(menu(TrayIcon.OPEN, "one", new TrayItem.Label("one"), OPEN));
            panel.nextIcon();
            var before = panel.layout().first();
            tray.show(menu(TrayIcon.OPEN, "two", new TrayItem.Label("two"), OPEN));

            var updated = panel.next(DbusMenu.ItemsPropertiesUpdated.class).updated();
            assertThat(updated).hasSize(1);
            assertThat(updated.getFirst().properties()).containsEntry("label", new Variant<>("two"));
            assertThat(panel.layout().first()).isEqualTo(before);
        }
    }

    @Test
    void items_thatComeAndGo_areAnnouncedAsANewLayout() throws Exception {
        try (var panel = FakePanel.on(bus);
                var tray = open(StatusNotifierOpener.ofWatcher(bus.address()))) {
            tray.show(menu(TrayIcon.OPEN, "", OPEN));
            panel.nextIcon();
            var before = panel.layout().first();
            tray.show(menu(TrayIcon.OPEN, "", OPEN, CONNECT));

            panel.next(DbusMenu.LayoutUpdated.class);
            assertThat(panel.layout().first().longValue()).isGreaterThan(before.longValue());
        }
    }

    @Test
    void words_thatChangeWithTheLayout_areAnnouncedBesides() throws Exception {
        try (var panel = FakePanel.on(bus);
                var tray = open(StatusNotifierOpener.ofWatcher(bus.address()))) {
            tray.show(menu(TrayIcon.OPEN, "", new TrayItem.Label("one"), OPEN));
            panel.nextIcon();
            tray.show(menu(TrayIcon.OPEN, "", new TrayItem.Label("two"), CONNECT, OPEN));

            panel.next(DbusMenu.LayoutUpdated.class);
            var updated = panel.next(DbusMenu.ItemsPropertiesUpdated.class).updated();
            assertThat(updated).hasSize(1);
            assertThat(updated.getFirst().properties()).containsEntry("label", new Variant<>("two"));
        }
    }

    @Test
    void icon_thatChanges_isAnnouncedAndAsksForAttentionOnlyWhenBlocked() throws Exception {
        try (var panel = FakePanel.on(bus);
                var tray = open(StatusNotifierOpener.ofWatcher(bus.address()))) {
            tray.show(menu(TrayIcon.PROTECTED, "on"));
            panel.nextIcon();
            assertThat(panel.property("Status")).isEqualTo("Active");
            tray.show(menu(TrayIcon.BLOCKED, "off"));

            panel.next(StatusNotifierItem.NewIcon.class);
            assertThat(panel.next(StatusNotifierItem.NewStatus.class).status()).isEqualTo("NeedsAttention");
            panel.next(StatusNotifierItem.NewToolTip.class);
            assertThat(panel.property("Status")).isEqualTo("NeedsAttention");
        }
    }

    @Test
    void sameMenuAgain_announcesNothing() throws Exception {
        try (var panel = FakePanel.on(bus);
                var tray = open(StatusNotifierOpener.ofWatcher(bus.address()))) {
            tray.show(menu(TrayIcon.OPEN, "same", OPEN));
            panel.nextIcon();
            tray.show(menu(TrayIcon.OPEN, "same", OPEN));
            tray.show(menu(TrayIcon.PROTECTED, "same", OPEN));

            panel.next(StatusNotifierItem.NewStatus.class);
            assertThat(panel.announced()).isEmpty();
        }
    }

    @Test
    void watcher_thatRestarts_getsTheIconAgain() throws Exception {
        try (var tray = open(StatusNotifierOpener.waitingForWatcher(bus.address()))) {
            tray.show(menu(TrayIcon.OPEN, "", OPEN));
            String first;
            try (var panel = FakePanel.on(bus)) {
                first = panel.nextIcon();
            }
            try (var panel = FakePanel.on(bus)) {
                assertThat(panel.nextIcon()).isEqualTo(first);
                assertThat(panel.layout().second().children()).hasSize(1);
            }
        }
    }

    @Test
    void icon_comesOnlyWithTheFirstMenu() throws Exception {
        try (var panel = FakePanel.on(bus);
                var tray = open(StatusNotifierOpener.ofWatcher(bus.address()))) {
            assertThat(tray.isVisible()).isFalse();
            assertThat(panel.hasNewIcons()).isFalse();
            tray.show(menu(TrayIcon.CHANGING, "now", OPEN));

            panel.nextIcon();
            assertThat(tray.isVisible()).isTrue();
        }
    }

    @Test
    void visible_onlyWhileAPanelIsThere() throws Exception {
        var connection = bus.connect();
        var marks = new LinkedBlockingQueue<DBusSignal>();
        connection.addSigHandler(StatusNotifierItem.NewToolTip.class, marks::add);
        try (var panel = FakePanel.on(bus);
                var tray = StatusNotifierTray.on(connection, actions::add)) {
            panel.hostIs(false);
            tray.show(menu(TrayIcon.OPEN, "", OPEN));
            panel.nextIcon();
            assertThat(tray.isVisible()).isFalse();

            panel.hostIs(true);
            panel.mark();
            assertThat(marks.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(tray.isVisible()).isTrue();

            panel.hostIs(false);
            panel.mark();
            assertThat(marks.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(tray.isVisible()).isFalse();
        }
    }

    @Test
    void bus_thatGoesAway_leavesNothingVisible() throws Exception {
        try (var panel = FakePanel.on(bus);
                var tray = open(StatusNotifierOpener.ofWatcher(bus.address()))) {
            tray.show(menu(TrayIcon.OPEN, "", OPEN));
            panel.nextIcon();
            assertThat(tray.isVisible()).isTrue();
            bus.close();
            var gone = new TrayMenu(TrayIcon.BLOCKED, "", List.of());

            assertThatThrownBy(() -> {
                        for (var i = 0; i < 1_000; i++) {
                            tray.show(gone);
                            tray.show(menu(TrayIcon.OPEN, "", OPEN));
                        }
                    })
                    .isInstanceOf(RuntimeException.class);
            assertThat(tray.isVisible()).isFalse();
        }
    }

    @Test
    void opener_withoutAWatcher_saysSo() throws Exception {
        assertThat(StatusNotifierOpener.ofWatcher(bus.address()).open(actions::add))
                .isInstanceOf(TrayOpener.Result.Unavailable.class);
    }

    @Test
    void panels_mayAskForPartsOnly() throws Exception {
        try (var panel = FakePanel.on(bus);
                var tray = open(StatusNotifierOpener.ofWatcher(bus.address()))) {
            tray.show(menu(TrayIcon.OPEN, "", OPEN, new TrayItem.Divider(), CONNECT));
            panel.nextIcon();
            var menu = panel.menu();
            var all = menu.getGroupProperties(List.of(), List.of("label"));

            assertThat(all).hasSize(3);
            assertThat(all.getLast().properties()).containsOnlyKeys("label");
            assertThat(menu.getProperty(all.getLast().id(), "label").getValue()).isEqualTo("my__server");
            assertThat(menu.getLayout(0, 0, List.of()).second().children()).isEmpty();
            assertThat(menu.aboutToShow(0)).isFalse();
            assertThat(menu.aboutToShowGroup(List.of(0, 99)).second()).containsExactly(99);
        }
    }

    @Test
    void panels_thatAskForNonsense_areRefusedAndNothingHappens() throws Exception {
        try (var panel = FakePanel.on(bus);
                var tray = open(StatusNotifierOpener.ofWatcher(bus.address()))) {
            tray.show(menu(TrayIcon.OPEN, "", OPEN));
            panel.nextIcon();
            var menu = panel.menu();
            var id = menu.getGroupProperties(List.of(), List.of()).getFirst().id();

            assertThatThrownBy(() -> menu.getLayout(99, -1, List.of())).isInstanceOf(DBusExecutionException.class);
            assertThatThrownBy(() -> menu.getProperty(id, "colour")).isInstanceOf(DBusExecutionException.class);
            menu.event(99, "clicked", new Variant<>(0), new UInt32(0));
            menu.event(id, "hovered", new Variant<>(0), new UInt32(0));
            var events = List.of(
                    new MenuEvent(-1, "clicked", new Variant<>(""), new UInt32(0)),
                    new MenuEvent(id, "clicked", new Variant<>(""), new UInt32(0)));
            assertThat(menu.eventGroup(events)).containsExactly(-1);
            assertThat(actions.poll(10, TimeUnit.SECONDS)).isEqualTo(new TrayAction.Open());
            assertThat(actions).isEmpty();
        }
    }

    @Test
    void tooltip_isTextEvenWherePanelsReadMarkup() throws Exception {
        try (var panel = FakePanel.on(bus);
                var tray = open(StatusNotifierOpener.ofWatcher(bus.address()))) {
            tray.show(menu(TrayIcon.OPEN, "<img src='http://evil'> & co", OPEN));
            panel.nextIcon();

            assertThat(((Object[]) panel.property("ToolTip"))[3]).isEqualTo("&lt;img src='http://evil'&gt; &amp; co");
        }
    }

    private Tray open(TrayOpener opener) throws Exception {
        return switch (opener.open(actions::add)) {
            case TrayOpener.Result.Opened(var tray) -> tray;
            case TrayOpener.Result.Unavailable(var why) -> throw new AssertionError(why);
        };
    }

    private static TrayMenu menu(TrayIcon icon, String status, TrayItem... items) {
        return new TrayMenu(icon, status, List.of(items));
    }
}
