// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.host;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.ginnel.control.SocketPath;
import org.ginnel.daemon.control.ControlListener;
import org.ginnel.daemon.process.RealTicks;
import org.ginnel.daemon.windows.WindowsNames;
import org.ginnel.daemon.windows.WindowsSystem;
import org.ginnel.daemon.windows.control.ControlPipe;
import org.ginnel.daemon.windows.control.NativePipes;
import org.ginnel.daemon.windows.control.PipeListener;
import org.ginnel.daemon.windows.service.NativeServiceControl;
import org.ginnel.daemon.windows.service.PrivateFolder;
import org.ginnel.daemon.windows.service.ServiceLoop;
import org.ginnel.daemon.windows.watch.ClockLook;
import org.ginnel.daemon.windows.watch.PowerEvents;
import org.ginnel.host.OperatingSystem;

/// Windows. Never run on Windows so far.
final class WindowsHost implements Host {
    private static final String COMMON = "C:\\ProgramData";

    private final PowerEvents power = new PowerEvents();

    @Override
    public Places places(Map<String, String> environment) {
        var state = Path.of(environment.getOrDefault("ProgramData", COMMON), WindowsNames.STATE);
        return new Places(SocketPath.installed(OperatingSystem.WINDOWS), state, state.resolve("ca.pem"));
    }

    @Override
    public SystemPorts open(Path state) throws IOException {
        make(state);
        var system = WindowsSystem.open(power, state);
        return new SystemPorts(
                system.firewall(),
                system.devices(),
                system.routes(),
                system.dns(),
                system.watch(),
                () -> () -> {},
                system.adapters()::close);
    }

    private static void make(Path state) throws IOException {
        var parent = state.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        PrivateFolder.make(state);
    }

    @Override
    public Path serviceLog(Path state) throws IOException {
        make(state);
        return state.resolve("ginneld.log");
    }

    /// There is no directory in memory.
    @Override
    public Path spare(Path socket, Path state) {
        return state.resolve("spare.json");
    }

    @Override
    public ControlListener.Place place(Path socket) {
        return PipeListener.at(ControlPipe.first(socket.toString()), new NativePipes(name()));
    }

    @Override
    public Optional<String> engine() {
        return WindowsSystem.engine();
    }

    @Override
    public String name() {
        return System.getenv()
                .getOrDefault("COMPUTERNAME", InetAddress.getLoopbackAddress().getHostName());
    }

    @Override
    public String stopCommand() {
        return "sc stop " + WindowsNames.SERVICE;
    }

    /// Nobody tells a program that is no service that the machine slept.
    @Override
    public void run(Program program) throws IOException, InterruptedException {
        try (var _ = ClockLook.start(
                new RealTicks("ginnel-clock"), InstantSource.system(), System::nanoTime, power::happened)) {
            UntilSignal.run(program);
        }
    }

    @Override
    public void runAsService(Program program) throws IOException {
        new ServiceLoop(new NativeServiceControl(), WindowsNames.SERVICE, () -> program.start()::close, power).run();
    }
}
