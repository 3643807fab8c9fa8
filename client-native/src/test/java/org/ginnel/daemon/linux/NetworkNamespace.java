// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs code on a thread that lives in another network namespace; sockets it opens stay there and work from any
/// thread.
public final class NetworkNamespace {
    private static final int CLONE_NEWNET = 0x40000000;
    private static final Linker LINKER = Linker.nativeLinker();

    private NetworkNamespace() {}

    /// Runs `code` in the namespace that `ip netns` calls `name`, and waits for its end.
    public static <T> T call(String name, Callable<T> code) {
        var task = new FutureTask<>(() -> {
            enter(name);
            return code.call();
        });
        var thread = Thread.ofPlatform().name("netns-" + name).start(task);
        try {
            thread.join();
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("in the namespace " + name, e);
        }
    }

    private static void enter(String name) throws Exception {
        try (var arena = Arena.ofConfined()) {
            var path = arena.allocateFrom("/run/netns/" + name);
            var open = function(
                    "open", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            var setns = function(
                    "setns", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            var close = function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int file = (int) open.invoke(path, 0);
            int result = (int) setns.invoke(file, CLONE_NEWNET);
            var _ = (int) close.invoke(file);
            if (result != 0) {
                throw new IllegalStateException("setns failed");
            }
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("restricted") // tests run with --enable-native-access
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
    }
}
