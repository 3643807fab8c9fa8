// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.time.Duration;
import java.util.Optional;
import org.ginnel.daemon.loop.Loop;
import org.ginnel.daemon.loop.Ports;
import org.ginnel.daemon.port.TunnelDevice;
import org.ginnel.tunnel.Traffic;

/// Reads the device's byte counts once a second, and only while a tunnel is up and somebody looks. To be used
/// on the loop.
final class TrafficMeter {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Loop loop;
    private final Ports ports;
    private final Picture picture;
    private boolean running;

    TrafficMeter(Loop loop, Ports ports, Picture picture) {
        this.loop = loop;
        this.ports = ports;
        this.picture = picture;
    }

    /// Begins when there is a reason to, and ends by itself when there is none any more.
    void consider() {
        if (!running && wanted()) {
            running = true;
            read();
        }
    }

    private boolean wanted() {
        return picture.isWatched() && picture.state().carrying().isPresent();
    }

    private void read() {
        var device =
                picture.state().carrying().map(now -> ports.device(now.link().lane()));
        Thread.ofVirtual().name("ginnel-traffic").start(() -> {
            var status = device.flatMap(TunnelDevice::status);
            loop.post(() -> take(status.map(now -> new Traffic(now.rxBytes(), now.txBytes()))));
        });
    }

    private void take(Optional<Traffic> carried) {
        running = wanted();
        if (running) {
            picture.traffic(carried);
            loop.after(EVERY, this::read);
        }
    }
}
