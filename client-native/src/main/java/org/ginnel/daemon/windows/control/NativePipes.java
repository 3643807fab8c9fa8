// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.ginnel.control.pipe.PipeEnd;

/// Named pipes of this machine.
///
/// @param machine its name, which groups of its own are known by
public record NativePipes(String machine) implements Pipes {
    @Override
    public End create(ControlPipe pipe) throws IOException {
        return new Made(PipeEnd.create(
                pipe.name(), pipe.openMode(), pipe.pipeMode(), pipe.descriptor().bytes()));
    }

    @Override
    public Optional<String> group(String name) {
        return NativeTokens.group(machine, name);
    }

    private record Made(PipeEnd end) implements End {
        @Override
        public void awaitCaller() throws IOException {
            end.awaitCaller();
        }

        @Override
        public WindowsPermissions.Token token() throws IOException {
            return end.withHandle(NativeTokens::ofCaller);
        }

        @Override
        public InputStream in() {
            return end.in();
        }

        @Override
        public OutputStream out() {
            return end.out();
        }

        @Override
        public void close() {
            end.close();
        }
    }
}
