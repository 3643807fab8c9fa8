// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.ginnel.ui.tray.TrayItem;

/// A shell of Windows with one icon, as its documentation describes it.
final class TaskbarModel implements Taskbar {
    static final int SIZE = 20;
    private static final long WINDOW = 0x10e;

    private final BlockingQueue<Runnable> messages = new LinkedBlockingQueue<>();
    private final Map<Long, int[]> icons = new HashMap<>();
    private final Set<Thread> threads = new HashSet<>();
    private Optional<byte[]> added = Optional.empty();
    private Listener listener = _ -> {};
    private Function<List<TrayItem>, Integer> person = _ -> -1;
    private long next = 1;
    boolean refusing;
    boolean destroyed;

    /// The thread that the window belongs to.
    private synchronized void on() {
        threads.add(Thread.currentThread());
        if (threads.size() > 1) {
            throw new AssertionError("a window belongs to one thread: " + threads);
        }
    }

    @Override
    public long window(Listener heard) {
        on();
        listener = heard;
        return refusing ? 0 : WINDOW;
    }

    @Override
    public int iconSize() {
        return SIZE;
    }

    @Override
    public synchronized long icon(int size, int[] argb) {
        on();
        icons.put(next, argb.clone());
        return next++;
    }

    @Override
    public synchronized void forget(long icon) {
        on();
        if (icons.remove(icon) == null) {
            throw new AssertionError("given back twice");
        }
    }

    @Override
    public synchronized boolean tell(int message, byte[] data) {
        on();
        var possible = (message == ADD) == added.isEmpty();
        if (possible) {
            added = message == DELETE ? Optional.empty() : Optional.of(data.clone());
        }
        return possible;
    }

    @Override
    public int choose(long window, List<TrayItem> items) {
        on();
        return person.apply(items);
    }

    @Override
    public boolean await() {
        on();
        try {
            messages.take().run();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void wake(long window) {
        messages.add(() -> {});
    }

    @Override
    public void destroy(long window) {
        on();
        destroyed = true;
    }

    /// Somebody does something to the icon.
    void happens(Heard what) {
        messages.add(() -> listener.heard(what));
    }

    /// The second button, and what a person then does.
    void menu(Function<List<TrayItem>, Integer> does) {
        person = does;
        happens(Heard.MENU);
    }

    /// The shell dies and begins anew.
    void shellBeginsAnew() {
        messages.add(() -> {
            synchronized (this) {
                added = Optional.empty();
            }
            listener.heard(Heard.ANEW);
        });
    }

    synchronized boolean hasIcon() {
        return added.isPresent();
    }

    /// What is seen: pixels row by row.
    synchronized List<Integer> pixels() {
        var shown = icons.get(read().getLong(IconData.ICON));
        List<Integer> pixels = new ArrayList<>();
        for (var pixel : shown == null ? new int[0] : shown) {
            pixels.add(pixel);
        }
        return pixels;
    }

    synchronized int iconsAlive() {
        return icons.size();
    }

    synchronized String tip() {
        var bytes = read().array();
        var text = new String(bytes, IconData.TIP, 2 * IconData.TIP_ROOM, StandardCharsets.UTF_16LE);
        return text.substring(0, text.indexOf('\0'));
    }

    private ByteBuffer read() {
        return ByteBuffer.wrap(added.orElseThrow()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
