// SPDX-License-Identifier: Apache-2.0
package org.ginnel.gateway.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A real wireguard-go in a network, mount and process namespace of its own, with a key and a port. All of it ends with
/// this object, or with this JVM, because its shell waits for its standard input to close.
public final class WireguardGo implements AutoCloseable {
    private static final String SCRIPT = """
            set -e
            mount -t tmpfs tmpfs /run
            mkdir -m 755 /run/wireguard
            wireguard-go "$0" >/dev/null 2>&1
            wg genkey | wg set "$0" listen-port 51820 private-key /dev/stdin
            echo ready
            cat >/dev/null
            """;

    private final String name;
    private final Process process;
    private final long pid;

    private WireguardGo(String name, Process process, long pid) {
        this.name = name;
        this.process = process;
        this.pid = pid;
    }

    public static WireguardGo start() {
        var name = "gnl" + UUID.randomUUID().toString().substring(0, 8);
        var argv = new ArrayList<>(List.of("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child"));
        if (!isRoot()) {
            argv.addAll(List.of("--user", "--map-root-user"));
        }
        argv.addAll(List.of("sh", "-c", SCRIPT, name));
        try {
            var process = new ProcessBuilder(argv)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            if (!"ready".equals(out.readLine())) {
                process.destroyForcibly();
                throw new IllegalStateException("wireguard-go did not start in a namespace of its own");
            }
            return new WireguardGo(
                    name, process, process.children().findFirst().orElseThrow().pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    public InterfaceName name() {
        return new InterfaceName(name);
    }

    /// Where its socket is, seen from outside.
    public Path socketDirectory() {
        return Path.of("/proc/" + pid + "/root/run/wireguard");
    }

    public Path socket() {
        return socketDirectory().resolve(name + ".sock");
    }

    /// Programs inside its namespaces.
    public Commands commands() {
        var enter = new ArrayList<>(List.of("nsenter", "--target", Long.toString(pid), "--mount", "--net"));
        if (!isRoot()) {
            enter.addAll(List.of("--user", "--preserve-credentials"));
        }
        return (argv, stdin) -> new ProcessCommands()
                .run(Stream.concat(enter.stream(), argv.stream()).toList(), stdin);
    }

    /// The device, found the way the agent finds it.
    public PeerDevice live() {
        return new LiveDevice(name(), socketDirectory(), commands(), System::nanoTime);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
