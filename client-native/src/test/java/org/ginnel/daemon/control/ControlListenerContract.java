// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every way to the daemon keeps, whichever system's it is.
public abstract class ControlListenerContract {
    private static final int LARGE = 300_000;

    private ControlListener listener;

    /// A caller's side of a connection.
    public record Call(InputStream in, OutputStream out, Closeable channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// One place, always the same.
    protected abstract ControlListener.Place place();

    /// Calls there.
    protected abstract Call call() throws IOException;

    /// The one that listens there.
    protected final ControlListener listener() {
        return listener;
    }

    @BeforeEach
    void listen() throws IOException {
        listener = place().listen();
    }

    @AfterEach
    void hangUp() throws IOException {
        listener.close();
    }

    @Test
    void bytes_goBothWays() throws Exception {
        try (var call = call();
                var connection = listener.accept()) {
            call.out().write(new byte[] {1, 2, 3});
            assertThat(connection.in().readNBytes(3)).containsExactly(1, 2, 3);
            connection.out().write(new byte[] {4, 5});
            assertThat(call.in().readNBytes(2)).containsExactly(4, 5);
        }
    }

    @Test
    void manyBytes_arriveInOrder_thoughNobodyReadsAtFirst() throws Exception {
        var sent = new byte[LARGE];
        for (var i = 0; i < LARGE; i++) {
            sent[i] = (byte) ((i * 31) >> 3);
        }
        try (var call = call();
                var connection = listener.accept()) {
            var writing = begin(() -> {
                call.out().write(sent);
                return true;
            });
            assertThat(connection.in().readNBytes(LARGE)).isEqualTo(sent);
            assertThat(writing.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whoReads_holdsUpNobodyWhoWrites() throws Exception {
        try (var call = call();
                var connection = listener.accept()) {
            var reading = begin(() -> call.in().read());
            call.out().write(7);
            assertThat(connection.in().read()).isEqualTo(7);
            connection.out().write(8);
            assertThat(reading.get(5, TimeUnit.SECONDS)).isEqualTo(8);
        }
    }

    @Test
    void whatWasSaidBeforeHangingUp_isRead_andThenTheEnd() throws Exception {
        try (var call = call()) {
            var connection = listener.accept();
            connection.out().write(new byte[] {9, 9});
            connection.close();
            assertThat(call.in().readAllBytes()).containsExactly(9, 9);
        }
    }

    @Test
    void aCallerThatGoes_isTheEnd() throws Exception {
        var call = call();
        try (var connection = listener.accept()) {
            call.out().write(1);
            call.close();
            assertThat(connection.in().readAllBytes()).containsExactly(1);
        }
    }

    @Test
    void closing_endsWhoReads_onEitherSide() throws Exception {
        try (var _ = call()) {
            var connection = listener.accept();
            var reading = begin(() -> ends(connection.in()));
            connection.close();
            assertThat(reading.get(5, TimeUnit.SECONDS)).isTrue();
        }
        var other = call();
        try (var connection = listener.accept()) {
            var reading = begin(() -> ends(other.in()));
            other.close();
            assertThat(reading.get(5, TimeUnit.SECONDS)).isTrue();
            assertThat(connection.peer()).isPresent();
        }
    }

    @Test
    void closing_endsWhoWrites_whileNobodyReads() throws Exception {
        try (var _ = call()) {
            var connection = listener.accept();
            var writing = begin(() -> {
                assertThatThrownBy(() -> {
                            while (true) {
                                connection.out().write(new byte[LARGE]);
                            }
                        })
                        .isInstanceOf(IOException.class);
                return true;
            });
            connection.close();
            assertThat(writing.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void callers_areToldApart_andEachSaysWhoItIs() throws Exception {
        List<Call> calls = new ArrayList<>();
        List<ControlConnection> connections = new ArrayList<>();
        for (var i = 0; i < 5; i++) {
            calls.add(call());
            connections.add(listener.accept());
            calls.get(i).out().write(i);
        }
        for (var i = 0; i < 5; i++) {
            assertThat(connections.get(i).in().read()).isEqualTo(i);
            assertThat(connections.get(i).peer().orElseThrow().user()).isNotBlank();
            connections.get(i).close();
            calls.get(i).close();
        }
    }

    @Test
    void callers_waitUntilTheyAreAccepted() throws Exception {
        var accepting = begin(() -> listener.accept());
        try (var call = call();
                var connection = accepting.get(5, TimeUnit.SECONDS)) {
            call.out().write(3);
            assertThat(connection.in().read()).isEqualTo(3);
        }
    }

    /// Where the system does not keep others from a name, that is said here by an assumption.
    protected void assumeThatNamesAreKept() {}

    @Test
    void anotherListener_isRefused_andTheFirstGoesOn() throws Exception {
        assumeThatNamesAreKept();
        assertThatThrownBy(() -> place().listen())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another");
        try (var call = call()) {
            call.out().write(1);
            var heard = heardByNext();
            // The other one may have looked whether somebody listens, and have gone.
            assertThat(heard < 0 ? heardByNext() : heard).isEqualTo(1);
        }
    }

    private int heardByNext() throws IOException {
        try (var connection = listener.accept()) {
            return connection.in().read();
        }
    }

    @Test
    void close_endsAccepting_andThePlaceIsFree() throws Exception {
        var accepting = begin(() -> {
            assertThatThrownBy(() -> listener.accept()).isInstanceOf(ClosedChannelException.class);
            return true;
        });
        listener.close();
        assertThat(accepting.get(5, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(this::call).isInstanceOf(IOException.class);
        listener = place().listen();
    }

    @Test
    void start_runsOnAnotherThread() throws Exception {
        var thread = new FutureTask<>(Thread::currentThread);
        listener.start("test", thread);
        assertThat(thread.get(5, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
    }

    private static boolean ends(InputStream in) {
        try {
            return in.read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static <T> FutureTask<T> begin(Callable<T> task) {
        var future = new FutureTask<>(task);
        Thread.ofPlatform().daemon().start(future);
        return future;
    }
}
