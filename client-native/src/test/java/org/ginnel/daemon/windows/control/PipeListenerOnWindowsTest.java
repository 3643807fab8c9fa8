// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.ginnel.control.pipe.PipeEnd;
import org.ginnel.daemon.control.ControlListener;
import org.ginnel.daemon.control.ControlListenerContract;
import org.ginnel.host.OperatingSystem;
import org.junit.jupiter.api.Test;

/// The contract of ways to the daemon, kept by a named pipe.
class PipeListenerOnWindowsTest extends ControlListenerContract {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name =
            "\\\\.\\pipe\\ginnel-test-" + ProcessHandle.current().pid() + "-" + NUMBER.getAndIncrement();
    private final NativePipes pipes = new NativePipes("nobody");

    @Override
    protected ControlListener.Place place() {
        return PipeListener.at(TestPipes.first(name), pipes);
    }

    @Override
    protected Call call() throws IOException {
        var end = PipeEnd.open(name, Duration.ofSeconds(2));
        return new Call(end.in(), end.out(), end::close);
    }

    @Override
    protected void assumeThatNamesAreKept() {
        assumeTrue(OperatingSystem.here() == OperatingSystem.WINDOWS, "Wine 8 ignores FILE_FLAG_FIRST_PIPE_INSTANCE");
    }

    @Test
    void caller_isWhoWeAre() throws IOException {
        try (var _ = call();
                var connection = listener().accept()) {
            assertThat(connection.peer().orElseThrow().user())
                    .isEqualTo(NativeTokens.ours().user());
        }
    }

    @Test
    void token_hasUserAndGroups() throws IOException {
        var ours = NativeTokens.ours();
        assertThat(ours.user()).startsWith("S-1-5-");
        assertThat(ours.groups()).isNotEmpty().allMatch(group -> group.matches("S-1(-[0-9]+)+"));
        assertThat(ours.anonymous()).isFalse();
    }

    @Test
    void group_thatNobodyMade_isNone() {
        assertThat(pipes.group("no-such-group-of-ginnel")).isEmpty();
    }
}
