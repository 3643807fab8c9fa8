// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ginnel.daemon.control.ControlListener;
import org.ginnel.daemon.control.ControlListenerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract of ways to the daemon, kept by the pipe's listener over a model of pipes.
class PipeListenerTest extends ControlListenerContract {
    @TempDir
    Path directory;

    private Optional<PipesModel> made = Optional.empty();

    @Override
    protected ControlListener.Place place() {
        return PipeListener.at(ControlPipe.first("\\\\.\\pipe\\test"), pipes());
    }

    private PipesModel pipes() {
        made = made.or(() -> Optional.of(new PipesModel(directory)));
        return made.get();
    }

    @Override
    protected Call call() throws IOException {
        var channel = pipes().call();
        return new Call(Channels.newInputStream(channel), Channels.newOutputStream(channel), channel);
    }

    @Test
    void caller_whoComesOverTheNetworkOrHides_isNobody() throws IOException {
        for (var token : List.of(
                new WindowsPermissions.Token("S-1-5-18", Set.of("S-1-5-2"), false),
                new WindowsPermissions.Token("", Set.of(), true))) {
            pipes().callAs(token);
            try (var _ = call();
                    var connection = listener().accept()) {
                assertThat(connection.peer()).isEmpty();
            }
        }
    }

    @Test
    void whereNoFurtherEndCanBeMade_theCallerIsHungUpOn() throws IOException {
        try (var call = call()) {
            pipes().refuse();
            assertThatThrownBy(() -> listener().accept()).isInstanceOf(IOException.class);
            assertThat(call.in().read()).isEqualTo(-1);
        }
    }
}
