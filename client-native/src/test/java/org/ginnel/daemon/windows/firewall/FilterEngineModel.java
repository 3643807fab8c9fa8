// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.firewall;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ginnel.daemon.windows.firewall.Filter.Lifetime;

/// The filtering engine as its documentation describes it, as far as we call it: objects, what they need of
/// each other, and transactions. A call can be made to fail by its name.
public final class FilterEngineModel implements FilterEngine {
    /// `ERROR_ACCESS_DENIED`.
    private static final int REFUSED = 5;

    private static final int NO_TRANSACTION = 0x8032000D;

    /// What stands.
    private record Objects(boolean provider, boolean sublayer, Map<UUID, Filter> filters) {
        Objects {
            filters = Map.copyOf(filters);
        }
    }

    private Objects standing = new Objects(false, false, Map.of());
    final List<String> calls = new ArrayList<>();
    final Map<String, Integer> failures = new HashMap<>();
    private final Set<UUID> disabled = new HashSet<>();
    private int until = Integer.MAX_VALUE;
    int commits;
    int open;
    private final List<Subscription> subscriptions = new ArrayList<>();

    /// Who wants to be told of a layer, by other sessions than its own.
    private record Subscription(Session by, Layer layer, Runnable changed) {}

    /// Tells of what differs, as Windows does for each filter.
    private void become(Optional<Session> by, Objects now) {
        var before = standing.filters();
        standing = now;
        var changed = Stream.concat(
                        before.values().stream().filter(filter -> !now.filters().containsKey(filter.key())),
                        now.filters().values().stream().filter(filter -> !before.containsKey(filter.key())))
                .toList();
        changed.forEach(filter -> subscriptions.stream()
                .filter(it -> it.layer() == filter.layer() && !by.equals(Optional.of(it.by())))
                .forEach(it -> it.changed().run()));
    }

    @Override
    public Opened open() {
        int code = failures.getOrDefault("open", SUCCESS);
        if (code != SUCCESS) {
            return new Opened.Refused(code);
        }
        open++;
        return new Opened.Session(new Session());
    }

    public boolean hasFrame() {
        return standing.provider() || standing.sublayer();
    }

    Map<UUID, Filter> filters() {
        return standing.filters();
    }

    /// Of all calls that follow, the one behind so many is refused.
    public void failAfter(int some) {
        until = some;
    }

    /// Somebody removes one.
    void remove(UUID key) {
        var left = new HashMap<>(standing.filters());
        left.remove(key);
        become(Optional.empty(), new Objects(standing.provider(), standing.sublayer(), left));
    }

    /// Somebody removes all.
    public void flush() {
        become(Optional.empty(), new Objects(false, false, Map.of()));
    }

    /// Somebody adds one in our name.
    void slipIn(Filter filter) {
        var more = new HashMap<>(standing.filters());
        more.put(filter.key(), filter);
        become(Optional.empty(), new Objects(standing.provider(), standing.sublayer(), more));
    }

    /// The machine boots, and the filtering engine runs: what was made for this run is gone.
    void restart() {
        var left = new HashMap<>(standing.filters());
        left.values().removeIf(filter -> filter.lifetime() == Lifetime.RUNNING);
        become(Optional.empty(), new Objects(standing.provider(), standing.sublayer(), left));
    }

    /// It boots with a service that does not start by itself: what is persistent is listed, and asks nobody.
    void restartWithoutTheService() {
        restart();
        standing.filters().values().stream()
                .filter(filter -> filter.lifetime() == Lifetime.PERSISTENT)
                .forEach(filter -> disabled.add(filter.key()));
    }

    /// Filters that are asked.
    Set<UUID> asked() {
        return standing.filters().keySet().stream()
                .filter(key -> !disabled.contains(key))
                .collect(toUnmodifiableSet());
    }

    private final class Session implements Calls {
        private boolean provider;
        private boolean sublayer;
        private final Map<UUID, Filter> filters = new HashMap<>();
        private final Set<UUID> renewed = new HashSet<>();
        private boolean writing;

        private int call(String name, int otherwise) {
            calls.add(name);
            return until-- == 0 ? REFUSED : failures.getOrDefault(name, otherwise);
        }

        private int change(String name, boolean possible, int why, Runnable change) {
            var code = call(name, writing ? (possible ? SUCCESS : why) : NO_TRANSACTION);
            if (code == SUCCESS) {
                change.run();
            }
            return code;
        }

        @Override
        public int begin() {
            var code = call("begin", SUCCESS);
            if (code == SUCCESS) {
                writing = true;
                provider = standing.provider();
                sublayer = standing.sublayer();
                filters.putAll(standing.filters());
            }
            return code;
        }

        @Override
        public int commit() {
            return change("commit", true, SUCCESS, () -> {
                become(Optional.of(this), new Objects(provider, sublayer, filters));
                disabled.removeAll(renewed);
                writing = false;
                commits++;
            });
        }

        @Override
        public int abort() {
            return change("abort", true, SUCCESS, () -> writing = false);
        }

        @Override
        public int addProvider() {
            return change("addProvider", !provider, EXISTS, () -> provider = true);
        }

        @Override
        public int addSublayer() {
            return change("addSublayer", provider && !sublayer, sublayer ? EXISTS : NO_PROVIDER, () -> sublayer = true);
        }

        @Override
        public int deleteProvider() {
            return change("deleteProvider", provider && !sublayer, NO_PROVIDER, () -> provider = false);
        }

        @Override
        public int deleteSublayer() {
            return change("deleteSublayer", sublayer && filters.isEmpty(), NO_SUBLAYER, () -> sublayer = false);
        }

        @Override
        public int add(Filter filter) {
            var missing = !provider ? NO_PROVIDER : NO_SUBLAYER;
            var possible = provider && sublayer && !filters.containsKey(filter.key());
            return change(
                    "add", possible, provider && sublayer ? EXISTS : missing, () -> filters.put(filter.key(), filter));
        }

        @Override
        public int delete(UUID key) {
            return change("delete", filters.containsKey(key), NO_FILTER, () -> {
                filters.remove(key);
                renewed.add(key);
            });
        }

        @Override
        public Found keys() {
            var code = call("keys", SUCCESS);
            return code == SUCCESS
                    ? new Found.Keys((writing ? filters : standing.filters()).keySet(), disabled)
                    : new Found.Refused(code);
        }

        @Override
        public int subscribe(Layer layer, Runnable changed) {
            var code = call("subscribe", SUCCESS);
            if (code == SUCCESS) {
                subscriptions.add(new Subscription(this, layer, changed));
            }
            return code;
        }

        @Override
        public void close() {
            subscriptions.removeIf(it -> it.by() == this);
            open--;
        }
    }
}
