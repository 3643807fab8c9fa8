// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.linux;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;
import org.ginnel.ui.tray.Tray;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayContract;
import org.ginnel.ui.tray.TrayIcon;
import org.ginnel.ui.tray.icon.Pixmap;

/// The contract of every tray, held by the real one over a real bus.
class StatusNotifierTrayTest extends TrayContract {
    @Override
    protected Person open(Consumer<TrayAction> onAction) throws Exception {
        var bus = PrivateBus.start();
        var panel = FakePanel.on(bus);
        var tray = StatusNotifierTray.on(bus.connect(), onAction);
        return new PersonAtThePanel(bus, panel, tray);
    }

    private static final class PersonAtThePanel implements Person {
        private final PrivateBus bus;
        private final FakePanel panel;
        private final Tray tray;
        private Optional<String> found = Optional.empty();

        PersonAtThePanel(PrivateBus bus, FakePanel panel, Tray tray) {
            this.bus = bus;
            this.panel = panel;
            this.tray = tray;
        }

        @Override
        public Tray tray() {
            return tray;
        }

        @Override
        public TrayIcon icon() {
            var pixels = (List<?>) property("IconPixmap");
            return Arrays.stream(TrayIcon.values())
                    .filter(icon -> pixels.stream().allMatch(size -> isPicture(icon, (Object[]) size)))
                    .findFirst()
                    .orElseThrow();
        }

        private static boolean isPicture(TrayIcon icon, Object[] size) {
            var width = (int) size[0];
            return size[1].equals(width) && size[2].equals(bytes(Pixmap.of(icon, width)));
        }

        /// dbus-java hands arrays in variants over as lists.
        private static List<Byte> bytes(Pixmap pixmap) {
            var list = new ArrayList<Byte>();
            for (var value : pixmap.networkOrder()) {
                list.add(value);
            }
            return list;
        }

        @Override
        public String tooltip() {
            return (String) ((Object[]) property("ToolTip"))[3];
        }

        @Override
        public List<TrayItemSeen> items() {
            return ask(() -> panel.layout().second().children().stream()
                    .map(child -> (Object[]) child.getValue())
                    .map(PersonAtThePanel::seen)
                    .toList());
        }

        @SuppressWarnings("unchecked")
        private static TrayItemSeen seen(Object[] node) {
            var properties = (Map<String, Variant<?>>) node[1];
            var label = properties.getOrDefault("label", new Variant<>(""));
            var enabled = properties.getOrDefault("enabled", new Variant<>(true));
            return new TrayItemSeen(node[0], (String) label.getValue(), (boolean) enabled.getValue());
        }

        @Override
        public void click(TrayItemSeen item) {
            ask(() -> {
                panel.click((int) item.handle());
                return true;
            });
        }

        @Override
        public void leftClick() {
            ask(() -> {
                panel.item().activate(0, 0);
                return true;
            });
        }

        @Override
        public void close() {
            tray.close();
            panel.close();
            bus.close();
        }

        private Object property(String name) {
            return ask(() -> panel.property(name));
        }

        private <T> T ask(Question<T> question) {
            try {
                if (found.isEmpty()) {
                    found = Optional.of(panel.nextIcon());
                }
                return question.ask();
            } catch (DBusException | InterruptedException failure) {
                throw new AssertionError(failure);
            }
        }
    }

    private interface Question<T> {
        T ask() throws DBusException, InterruptedException;
    }
}
