// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.watch;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ginnel.daemon.port.SystemWatch.Running;
import org.jspecify.annotations.Nullable;

/// Tells that a Mac has woken, and lets it sleep (`IORegisterForSystemPower` of `IOPMLib.h`), on a thread of its own
/// with a run loop. Never run on a Mac so far.
final class WakeWatch implements Running {
    private final Runnable awake;
    private final Kit.Heard heard = this::hear;
    private final PointerByReference port = new PointerByReference();
    private final IntByReference notifier = new IntByReference();
    private final CompletableFuture<Optional<Pointer>> loop = new CompletableFuture<>();
    private int kernel;

    private WakeWatch(Runnable awake) {
        this.awake = awake;
    }

    /// Begins to tell; empty where the system does not let us.
    static Optional<Running> start(Runnable awake) {
        var watch = new WakeWatch(awake);
        Thread.ofPlatform().daemon().name("ginnel-power").start(watch::listen);
        return watch.loop.join().map(_ -> watch);
    }

    private void listen() {
        try {
            kernel = Kit.IORegisterForSystemPower(null, port, heard, notifier);
            if (kernel == 0) {
                loop.complete(Optional.empty());
                return;
            }
            var ours = Foundation.CFRunLoopGetCurrent();
            var mode = NativeLibrary.getInstance("CoreFoundation")
                    .getGlobalVariableAddress("kCFRunLoopDefaultMode")
                    .getPointer(0);
            Foundation.CFRunLoopAddSource(ours, Kit.IONotificationPortGetRunLoopSource(port.getValue()), mode);
            loop.complete(Optional.of(ours));
            Foundation.CFRunLoopRun();
        } catch (LinkageError e) {
            loop.complete(Optional.empty());
        }
    }

    private void hear(@Nullable Pointer context, int service, int message, @Nullable Pointer argument) {
        switch (PowerMessage.of(message)) {
            case ASKS -> Kit.IOAllowPowerChange(kernel, Pointer.nativeValue(argument));
            case AWAKE -> awake.run();
            case OTHER -> {}
        }
    }

    @Override
    public void close() {
        var _ = Kit.IODeregisterForSystemPower(notifier);
        loop.join().ifPresent(Foundation::CFRunLoopStop);
    }

    /// `IOKit`, as `IOPMLib.h` and `IOKitLib.h` declare it. Loaded when it is first called.
    private static final class Kit {
        static {
            Native.register(Kit.class, "IOKit");
        }

        /// `IOServiceInterestCallback`.
        interface Heard extends Callback {
            void message(@Nullable Pointer context, int service, int message, @Nullable Pointer argument);
        }

        static native int IORegisterForSystemPower(
                @Nullable Pointer context, PointerByReference port, Heard heard, IntByReference notifier);

        static native int IODeregisterForSystemPower(IntByReference notifier);

        static native int IOAllowPowerChange(int kernel, long notice);

        static native Pointer IONotificationPortGetRunLoopSource(Pointer port);
    }

    /// `CoreFoundation`, as `CFRunLoop.h` declares it.
    private static final class Foundation {
        static {
            Native.register(Foundation.class, "CoreFoundation");
        }

        static native Pointer CFRunLoopGetCurrent();

        static native void CFRunLoopAddSource(Pointer loop, Pointer source, Pointer mode);

        static native void CFRunLoopRun();

        static native void CFRunLoopStop(Pointer loop);
    }
}
