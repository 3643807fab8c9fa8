// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import java.util.List;
import java.util.function.Consumer;

class FakeTrayTest extends TrayContract {
    @Override
    protected Person open(Consumer<TrayAction> onAction) {
        var tray = new FakeTray(onAction);
        return new Person() {
            @Override
            public Tray tray() {
                return tray;
            }

            @Override
            public TrayIcon icon() {
                return tray.shown().orElseThrow().icon();
            }

            @Override
            public String tooltip() {
                return tray.shown().orElseThrow().status();
            }

            @Override
            public List<TrayItemSeen> items() {
                return tray.shown().orElseThrow().items().stream()
                        .map(FakeTrayTest::seen)
                        .toList();
            }

            @Override
            public void click(TrayItemSeen item) {
                tray.click((TrayItem) item.handle());
            }

            @Override
            public void leftClick() {
                tray.activate();
            }

            @Override
            public void close() {
                tray.close();
            }
        };
    }

    private static TrayItemSeen seen(TrayItem item) {
        return switch (item) {
            case TrayItem.Label(var text) -> new TrayItemSeen(item, text, false);
            case TrayItem.Command(var _, var text, var _) -> new TrayItemSeen(item, text, true);
            case TrayItem.Divider() -> new TrayItemSeen(item, "", true);
        };
    }
}
