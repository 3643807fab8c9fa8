// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ginnel.ui.tray.Tray;
import org.ginnel.ui.tray.TrayAction;
import org.ginnel.ui.tray.TrayContract;
import org.ginnel.ui.tray.TrayIcon;
import org.ginnel.ui.tray.TrayItem;
import org.ginnel.ui.tray.TrayMenu;
import org.ginnel.ui.tray.icon.Pixmap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WindowsTrayTest extends TrayContract {
    private final TaskbarModel taskbar = new TaskbarModel();

    @Override
    protected Person open(Consumer<TrayAction> onAction) {
        return open(taskbar, onAction);
    }

    private static Person open(TaskbarModel taskbar, Consumer<TrayAction> onAction) {
        return new Someone(WindowsTray.open(taskbar, onAction).orElseThrow(), taskbar);
    }

    /// In front of the model.
    private record Someone(Tray tray, TaskbarModel taskbar) implements Person {
        /// A menu that is opened and left has been shown behind all that was asked for before.
        private List<TrayItem> settled() {
            var seen = new CompletableFuture<List<TrayItem>>();
            taskbar.menu(items -> {
                seen.complete(List.copyOf(items));
                return -1;
            });
            return seen.orTimeout(10, TimeUnit.SECONDS).join();
        }

        @Override
        public TrayIcon icon() {
            settled();
            var pixels = taskbar.pixels();
            return Arrays.stream(TrayIcon.values())
                    .filter(icon -> pixels.equals(drawn(icon)))
                    .findFirst()
                    .orElseThrow();
        }

        private static List<Integer> drawn(TrayIcon icon) {
            var pixmap = Pixmap.of(icon, TaskbarModel.SIZE);
            return IntStream.range(0, TaskbarModel.SIZE * TaskbarModel.SIZE)
                    .mapToObj(at -> pixmap.argb(at % TaskbarModel.SIZE, at / TaskbarModel.SIZE))
                    .toList();
        }

        @Override
        public String tooltip() {
            settled();
            return taskbar.tip();
        }

        @Override
        public List<TrayItemSeen> items() {
            List<TrayItemSeen> seen = new ArrayList<>();
            settled()
                    .forEach(item -> seen.add(
                            switch (item) {
                                case TrayItem.Label(var text) -> new TrayItemSeen(item, text, false);
                                case TrayItem.Command(var _, var text, var _) -> new TrayItemSeen(item, text, true);
                                case TrayItem.Divider() -> new TrayItemSeen(item, "", false);
                            }));
            return seen;
        }

        @Override
        public void click(TrayItemSeen item) {
            var done = new CompletableFuture<Boolean>();
            taskbar.menu(items -> {
                done.complete(true);
                return items.indexOf(item.handle());
            });
            done.orTimeout(10, TimeUnit.SECONDS).join();
        }

        @Override
        public void leftClick() {
            settled();
            taskbar.happens(Taskbar.Heard.CLICK);
        }

        @Override
        public void close() {
            tray.close();
        }
    }

    @Test
    void aShellThatBeginsAnew_isGivenTheIconAgain() {
        var shell = new TaskbarModel();
        try (var person = open(shell, _ -> {})) {
            person.tray().show(new TrayMenu(TrayIcon.PROTECTED, "Connected", List.of()));
            assertThat(person.icon()).isEqualTo(TrayIcon.PROTECTED);
            shell.shellBeginsAnew();
            assertThat(person.icon()).isEqualTo(TrayIcon.PROTECTED);
            assertThat(person.tray().isVisible()).isTrue();
            assertThat(shell.iconsAlive()).isEqualTo(1);
        }
    }

    @Test
    void withoutAWindow_thereIsNoTray() {
        var refusing = new TaskbarModel();
        refusing.refusing = true;
        assertThat(WindowsTray.open(refusing, _ -> {})).isEmpty();
    }
}
