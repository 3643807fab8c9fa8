// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.ui.tray.Moments.CONNECTED;
import static org.ginnel.ui.tray.Moments.DISCONNECTED;
import static org.ginnel.ui.tray.Moments.menu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BackgroundTrayTest {
    private final ByHand thread = new ByHand();
    private final List<TrayAction> actions = new ArrayList<>();
    private final List<FakeTray> opened = new ArrayList<>();
    private final List<TrayMenu> drawn = new ArrayList<>();

    @Test
    void open_waitsForNothing() {
        var tray = open();

        assertThat(opened).isEmpty();
        assertThat(tray.isVisible()).isFalse();
    }

    @Test
    void show_beforeItIsOpen_isShownOnceItIs() {
        var tray = open();
        tray.show(menu(DISCONNECTED));
        tray.show(menu(CONNECTED));
        thread.run();

        assertThat(drawn).containsExactly(menu(CONNECTED));
        assertThat(tray.isVisible()).isTrue();
    }

    @Test
    void show_fasterThanItIsDrawn_skipsAllButTheLast() {
        var tray = open();
        thread.run();
        for (var i = 0; i < 1_000; i++) {
            tray.show(menu(DISCONNECTED));
        }
        tray.show(menu(CONNECTED));

        assertThat(thread.tasks).hasSize(1);
        thread.run();
        assertThat(drawn).containsExactly(menu(CONNECTED));
        tray.show(menu(DISCONNECTED));
        thread.run();
        assertThat(drawn).containsExactly(menu(CONNECTED), menu(DISCONNECTED));
    }

    @Test
    void clicks_arriveUntilItIsClosed() {
        var tray = open();
        tray.show(menu(DISCONNECTED));
        thread.run();
        opened.getFirst().activate();
        var inner = opened.getFirst();
        tray.close();
        inner.activate();

        assertThat(actions).containsExactly(new TrayAction.Open());
    }

    @Test
    void close_closesWhatWasOpened() {
        var tray = open();
        tray.show(menu(DISCONNECTED));
        thread.run();
        tray.close();
        tray.close();
        tray.show(menu(CONNECTED));

        assertThat(opened.getFirst().isVisible()).isFalse();
        assertThat(tray.isVisible()).isFalse();
        assertThat(thread.isShutdown()).isTrue();
    }

    @Test
    void tray_thatFailsLater_isGivenUp() {
        var tray = new BackgroundTray(_ -> new Failing(), actions::add, thread);
        thread.run();
        assertThat(tray.isVisible()).isTrue();
        tray.show(menu(DISCONNECTED));
        thread.run();
        tray.show(menu(CONNECTED));
        thread.run();

        assertThat(tray.isVisible()).isFalse();
    }

    private BackgroundTray open() {
        return new BackgroundTray(this::opener, actions::add, thread);
    }

    private Tray opener(Consumer<TrayAction> clicks) {
        var fake = new FakeTray(clicks);
        opened.add(fake);
        return new Tray() {
            @Override
            public void show(TrayMenu menu) {
                drawn.add(menu);
                fake.show(menu);
            }

            @Override
            public boolean isVisible() {
                return fake.isVisible();
            }

            @Override
            public void close() {
                fake.close();
            }
        };
    }

    private static final class Failing implements Tray {
        @Override
        public void show(TrayMenu menu) {
            throw new IllegalStateException("the bus is gone");
        }

        @Override
        public boolean isVisible() {
            return true;
        }

        @Override
        public void close() {}
    }

    /// Runs tasks when told to, and what is left when it shuts down.
    private static final class ByHand extends AbstractExecutorService {
        private final Queue<Runnable> tasks = new ArrayDeque<>();
        private boolean down;

        void run() {
            for (var task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }

        @Override
        public void execute(Runnable task) {
            if (down) {
                throw new RejectedExecutionException();
            }
            tasks.add(task);
        }

        @Override
        public void shutdown() {
            down = true;
            run();
        }

        @Override
        public List<Runnable> shutdownNow() {
            down = true;
            return List.copyOf(tasks);
        }

        @Override
        public boolean isShutdown() {
            return down;
        }

        @Override
        public boolean isTerminated() {
            return down;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return down;
        }
    }
}
