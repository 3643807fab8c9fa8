// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.ginnel.daemon.loop.Loop;
import org.ginnel.daemon.machine.State;

/// Has memory given back when for half a minute nothing happened but proofs of life: most of the code that connecting,
/// logging in and measuring ran is not run again for hours. To be used on the loop.
final class Rest {
    static final Duration AFTER = Duration.ofSeconds(30);

    /// Looking for it has more of the program in memory, and for a moment after it the compiler, too.
    static final Duration LOOKED = Duration.ofSeconds(2);

    private final Loop loop;
    private final Executor background;
    private final Supplier<Runnable> memory;
    private Optional<Loop.Timer> timer = Optional.empty();
    private Optional<Class<? extends State>> last = Optional.empty();

    /// @param background runs what may take a while
    /// @param memory looks for what the process can do without; what it returns gives that back; any thread
    Rest(Loop loop, Executor background, Supplier<Runnable> memory) {
        this.loop = loop;
        this.background = background;
        this.memory = memory;
    }

    /// This is how the tunnel is now.
    void state(State now) {
        if (last.filter(now.getClass()::equals).isEmpty()) {
            last = Optional.of(now.getClass());
            disturbed();
        }
    }

    /// Something was done that is not done all the time.
    void disturbed() {
        timer.ifPresent(Loop.Timer::cancel);
        timer = Optional.of(loop.after(AFTER, this::look));
    }

    private void look() {
        timer = Optional.empty();
        background.execute(() -> {
            var giveBack = memory.get();
            loop.post(() -> looked(giveBack));
        });
    }

    /// Who was disturbed meanwhile rests later.
    private void looked(Runnable giveBack) {
        if (timer.isEmpty()) {
            timer = Optional.of(loop.after(LOOKED, () -> {
                timer = Optional.empty();
                background.execute(giveBack);
            }));
        }
    }
}
