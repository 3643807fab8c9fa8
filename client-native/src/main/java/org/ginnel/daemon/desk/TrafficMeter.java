// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.ginnel.daemon.loop.Loop;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.tunnel.Traffic;

/// Reads the device's byte counts once a second, and only while a tunnel is up and somebody watches figures. A count
/// that nobody wanted renewed is forgotten. To be used on the loop.
final class TrafficMeter {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Loop loop;
    private final Ports ports;
    private final Picture picture;
    private final Executor background;
    private boolean running;

    /// @param background runs what may take a while
    TrafficMeter(Loop loop, Ports ports, Picture picture, Executor background) {
        this.loop = loop;
        this.ports = ports;
        this.picture = picture;
        this.background = background;
    }

    /// Begins when there is a reason to, and ends by itself when there is none any more.
    void consider() {
        if (!running && goesOn()) {
            read();
        }
    }

    private boolean goesOn() {
        running = picture.isWatchedForFigures() && picture.state().carrying().isPresent();
        if (!running) {
            picture.traffic(Optional.empty());
        }
        return running;
    }

    private void read() {
        var device =
                picture.state().carrying().map(now -> ports.device(now.link().lane()));
        background.execute(() -> {
            var status = device.flatMap(TunnelDevice::status);
            loop.post(() -> take(status.map(now -> new Traffic(now.rxBytes(), now.txBytes()))));
        });
    }

    private void take(Optional<Traffic> carried) {
        if (goesOn()) {
            picture.traffic(carried);
            loop.after(EVERY, this::readOn);
        }
    }

    private void readOn() {
        if (goesOn()) {
            read();
        }
    }
}
