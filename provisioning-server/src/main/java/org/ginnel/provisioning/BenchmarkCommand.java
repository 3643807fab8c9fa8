// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ginnel.provisioning.key.LegacyKeys;
import org.ginnel.provisioning.load.LoadGenerator;
import org.ginnel.provisioning.provision.Benchmark;
import org.ginnel.provisioning.store.Location;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `benchmark`: how many provisions a second this machine's disk takes, each on the disk before it is answered.
@Command(
        name = "benchmark",
        description = "Measures the store on this machine, in a database of its own that is removed afterwards.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class BenchmarkCommand implements Callable<Integer> {
    private final Function<String, Optional<String>> environment;

    @Option(
            names = "--directory",
            description = "Where the database is made; without it, the directory for temporary files.")
    private @Nullable Path directory;

    @Option(names = "--seconds", defaultValue = "5", description = "How long to provision.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "How long to provision before that, unmeasured: code is compiled meanwhile.")
    private int warmUp;

    @Option(names = "--clients", defaultValue = "256", description = "How many callers wait at the same time.")
    private int clients;

    @Option(
            names = "--service",
            paramLabel = "HOST:PORT",
            converter = ListenConverter.class,
            description =
                    "Measures a service that runs, over plain HTTP: one with an empty database of its own, started with"
                            + " --trusted-proxy for this machine.")
    private @Nullable InetSocketAddress service;

    @Option(names = "--server", defaultValue = "bench-1", description = "With --service: which server to provision on.")
    private String server = "";

    @Mixin
    private SecretOption secret = new SecretOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BenchmarkCommand(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return service == null ? store() : overHttp(service);
    }

    private int overHttp(InetSocketAddress address) {
        var keys = new LegacyKeys(secret.read(environment));
        var result = new LoadGenerator(address, keys, server, clients).run(Duration.ofSeconds(seconds));
        var sorted = result.sorted();
        var out = spec.commandLine().getOut();
        var took = result.took().toNanos() / 1e9;
        out.printf(
                Locale.ROOT,
                "provisions over HTTP      %,d in %.1f s with %d connections: %,.0f a second, %d refused%n",
                sorted.length,
                took,
                clients,
                sorted.length / took,
                result.refused());
        times(out, sorted);
        out.printf(Locale.ROOT, "addresses given twice     %d%n", result.duplicates());
        out.printf(
                Locale.ROOT,
                "the load itself           %.2f of a processor, %.0f us each%n",
                result.cpu().toNanos() / 1e9 / took,
                result.cpu().toNanos() / 1e3 / Math.max(1, sorted.length));
        out.flush();
        return result.duplicates() == 0 && sorted.length > 0 ? 0 : 1;
    }

    private int store() {
        try (var scratch = directory == null ? Scratch.make() : Scratch.make(directory)) {
            var file = Location.file(scratch.file("benchmark.db"));
            var result = new Benchmark(file, clients).run(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
            print(result);
            return result.duplicates() == 0 ? 0 : 1;
        }
    }

    private void print(Benchmark.Result result) {
        var out = spec.commandLine().getOut();
        var sorted = result.nanos().clone();
        Arrays.sort(sorted);
        out.printf(
                Locale.ROOT,
                "durable provisions        %,d in %.1f s with %d clients: %,.0f a second (the bar is 5,000)%n",
                sorted.length,
                result.took().toMillis() / 1e3,
                clients,
                sorted.length / (result.took().toNanos() / 1e9));
        times(out, sorted);
        out.printf(
                Locale.ROOT,
                "the store and its callers %.0f us of a processor each%n",
                result.cpu().toNanos() / 1e3 / Math.max(1, sorted.length));
        out.printf(Locale.ROOT, "addresses given twice     %d%n", result.duplicates());
        out.printf(
                Locale.ROOT,
                "audit verify              %,d entries, %,.0f a second%n",
                result.entries(),
                result.entries() / (result.verified().toNanos() / 1e9));
        out.printf(
                Locale.ROOT,
                "opening this database     %d ms%n",
                result.opened().toMillis());
        out.flush();
    }

    private static void times(PrintWriter out, long[] sorted) {
        if (sorted.length > 0) {
            out.printf(
                    Locale.ROOT,
                    "time of one               median %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                    at(sorted, 0.5),
                    at(sorted, 0.99),
                    at(sorted, 1));
        }
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * part))] / 1e6;
    }
}
