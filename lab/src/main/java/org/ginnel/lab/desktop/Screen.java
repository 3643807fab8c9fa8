// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.desktop;

import com.sun.jna.NativeLong;
import com.sun.jna.platform.unix.X11;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.ginnel.lab.Client;
import org.ginnel.lab.LabException;
import org.ginnel.lab.machine.Running;

/// A screen of X11 that nobody sees, without a window manager.
public final class Screen implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = 20_000_000;
    private static final int WORD_BITS = 32;
    private static final String[] SERVER = {"Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"
    };

    private final Running server;
    private final String display;

    private Screen(Running server, String display) {
        this.server = server;
        this.display = display;
    }

    /// Switches one on at that machine.
    public static Screen start(Client client) {
        return of(client.start(Map.of(), SERVER));
    }

    /// Switches one on at this computer itself, where there is no lab.
    ///
    /// @throws IOException when there is no `Xvfb`
    public static Screen here() throws IOException {
        return of(Running.here(Map.of(), SERVER));
    }

    private static Screen of(Running server) {
        return new Screen(server, ":" + server.awaitLine(line -> line.matches("\\d+"), PATIENCE));
    }

    /// As `DISPLAY` wants it.
    public String display() {
        return display;
    }

    /// Asks the window of that title to close, as a window manager does when its cross is clicked (ICCCM 4.2.8.1).
    public void closeWindow(String title) {
        var connection = X11.INSTANCE.XOpenDisplay(display);
        if (connection == null) {
            throw new LabException("the screen " + display + " does not answer");
        }
        try {
            askToClose(connection, window(connection, title));
            X11.INSTANCE.XFlush(connection);
        } finally {
            X11.INSTANCE.XCloseDisplay(connection);
        }
    }

    /// The window, once it is there: the server knows of one later than whoever opened it says so.
    private static X11.Window window(X11.Display connection, String title) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Map<String, X11.Window> windows = windows(connection);
            if (windows.containsKey(title)) {
                return windows.get(title);
            }
            if (System.nanoTime() > end) {
                throw new LabException("no window is called " + title + ", of " + windows.keySet());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /// All that have a name, by that.
    private static Map<String, X11.Window> windows(X11.Display connection) {
        Map<String, X11.Window> windows = new LinkedHashMap<>();
        var children = new PointerByReference();
        var count = new IntByReference();
        X11.INSTANCE.XQueryTree(
                connection,
                X11.INSTANCE.XDefaultRootWindow(connection),
                new X11.WindowByReference(),
                new X11.WindowByReference(),
                children,
                count);
        for (var id : children.getValue().getLongArray(0, count.getValue())) {
            var window = new X11.Window(id);
            var name = new PointerByReference();
            if (X11.INSTANCE.XFetchName(connection, window, name) != 0) {
                windows.put(name.getValue().getString(0), window);
            }
        }
        return windows;
    }

    private static void askToClose(X11.Display connection, X11.Window window) {
        var message = new X11.XClientMessageEvent();
        message.type = X11.ClientMessage;
        message.window = window;
        message.message_type = X11.INSTANCE.XInternAtom(connection, "WM_PROTOCOLS", false);
        message.format = WORD_BITS;
        message.data.setType(NativeLong[].class);
        message.data.l[0] = new NativeLong(
                X11.INSTANCE.XInternAtom(connection, "WM_DELETE_WINDOW", false).longValue());
        var event = new X11.XEvent();
        event.setTypedValue(message);
        event.write();
        X11.INSTANCE.XSendEvent(connection, window, 0, new NativeLong(0), event);
    }

    @Override
    public void close() {
        server.kill();
    }
}
