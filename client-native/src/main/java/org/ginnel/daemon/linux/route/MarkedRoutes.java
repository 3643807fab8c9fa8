// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.route;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.Routes;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.daemon.route.RoutePlan;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// Routes on machines that check whether a packet came in where its answer would go out. Where that check is
/// strict (`rp_filter` 1), arriving WireGuard packets pass only if it looks at their mark (`src_valid_mark` 1,
/// kernel's `ip-sysctl.rst`). The setting is changed only there, and what it was is kept until it is put back.
public final class MarkedRoutes implements Routes {
    private static final String SETTING = "src_valid_mark";

    private final Routes routes;
    private final Path interfaces;
    private final Path note;

    /// @param kernelSettings `/proc/sys`
    /// @param stateDir exists; holds what the setting was
    public MarkedRoutes(Routes routes, Path kernelSettings, Path stateDir) {
        this.routes = routes;
        this.interfaces = kernelSettings.resolve("net/ipv4/conf");
        this.note = stateDir.resolve(SETTING);
    }

    @Override
    public Optional<ErrorCause> prepare(RoutePlan plan) {
        return lookAtMarks().or(() -> routes.prepare(plan));
    }

    @Override
    public Optional<ErrorCause> divert(RoutePlan plan) {
        return routes.divert(plan);
    }

    @Override
    public Optional<ErrorCause> release(Lane lane) {
        return routes.release(lane);
    }

    @Override
    public Optional<ErrorCause> restore() {
        var refused = routes.restore();
        var kept = putBack();
        return refused.or(() -> kept);
    }

    @Override
    public boolean stand() {
        return routes.stand();
    }

    private Optional<ErrorCause> lookAtMarks() {
        try {
            var setting = interfaces.resolve("all").resolve(SETTING);
            if (isStrict() && read(setting).equals("0")) {
                Files.writeString(note, "0");
                Files.writeString(setting, "1");
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Refusals.of(Part.ROUTES, SETTING, e.toString()));
        }
    }

    private Optional<ErrorCause> putBack() {
        try {
            if (Files.exists(note)) {
                Files.writeString(interfaces.resolve("all").resolve(SETTING), "0");
                Files.delete(note);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Refusals.of(Part.ROUTES, SETTING, e.toString()));
        }
    }

    /// What counts on an interface is the larger of its own value and that of `all`.
    private boolean isStrict() throws IOException {
        var all = Integer.parseInt(read(interfaces.resolve("all/rp_filter")));
        try (DirectoryStream<Path> each = Files.newDirectoryStream(interfaces)) {
            for (var one : each) {
                var own = one.endsWith("all") ? all : Integer.parseInt(read(one.resolve("rp_filter")));
                if (Math.max(all, own) == 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String read(Path setting) throws IOException {
        return Files.readString(setting).strip();
    }
}
