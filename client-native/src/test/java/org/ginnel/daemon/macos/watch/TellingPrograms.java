// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ginnel.daemon.process.Children;

/// Programs that say what a test lets them say.
final class TellingPrograms implements Children {
    private final Set<String> missing;
    private final Map<String, Consumer<String>> listeners = new HashMap<>();

    /// @param missing programs that are not on this machine
    TellingPrograms(String... missing) {
        this.missing = Set.of(missing);
    }

    void say(String program, String line) {
        Objects.requireNonNull(listeners.get(program), program).accept(line);
    }

    Set<String> running() {
        return listeners.keySet();
    }

    @Override
    public Optional<Child> startTelling(List<String> argv, Consumer<String> onLine) {
        var program = argv.getFirst();
        if (missing.contains(program)) {
            return Optional.empty();
        }
        listeners.put(program, onLine);
        return Optional.of(new Child() {
            @Override
            public void onExit(Runnable action) {}

            @Override
            public boolean isAlive() {
                return listeners.containsKey(program);
            }

            @Override
            public void stop(Duration grace) {
                listeners.remove(program);
            }
        });
    }

    @Override
    public Optional<Child> startDetached(List<String> argv, Map<String, String> environment, Path log) {
        throw new AssertionError("nobody watches by " + argv);
    }

    @Override
    public Optional<Ready> getReady(List<String> argv, Map<String, String> environment, Path log) {
        throw new AssertionError("nobody watches by " + argv);
    }
}
