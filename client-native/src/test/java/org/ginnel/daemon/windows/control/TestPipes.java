// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.ginnel.daemon.windows.SecurityDescriptor;
import org.ginnel.daemon.windows.SecurityDescriptor.Entry;
import org.ginnel.daemon.windows.Sid;

/// The control pipe for whoever runs tests, who is an administrator and not the system.
public final class TestPipes {
    private static final int EVERYTHING = 0x1000_0000;

    private TestPipes() {}

    public static ControlPipe first(String name) {
        var pipe = ControlPipe.first(name);
        var entries = new ArrayList<>(pipe.descriptor().entries());
        entries.add(new Entry(true, EVERYTHING, Sid.ADMINISTRATORS));
        return new ControlPipe(
                name,
                pipe.openMode(),
                pipe.pipeMode(),
                new SecurityDescriptor(
                        pipe.descriptor().owner(), pipe.descriptor().isProtected(), entries));
    }

    /// Callers belong to no group.
    public static Pipes withoutGroups(Pipes pipes) {
        return new Pipes() {
            @Override
            public End create(ControlPipe pipe) throws IOException {
                return new Ungrouped(pipes.create(pipe));
            }

            @Override
            public Optional<String> group(String name) {
                return pipes.group(name);
            }
        };
    }

    private record Ungrouped(Pipes.End end) implements Pipes.End {
        @Override
        public void awaitCaller() throws IOException {
            end.awaitCaller();
        }

        @Override
        public WindowsPermissions.Token token() throws IOException {
            return new WindowsPermissions.Token(end.token().user(), Set.of(), false);
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
