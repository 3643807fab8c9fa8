// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.ginnel.daemon.device.Lane;
import org.ginnel.daemon.port.TunnelProver;
import org.ginnel.daemon.route.QuestionPorts;
import org.ginnel.tunnel.Proof;
import org.ginnel.wireguard.IpLiteral;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Proves a tunnel by the first answer to any of: a DNS question to each resolver, an ICMP echo to each
/// gateway. The questions leave from our tunnel addresses, are repeated because the first may fall into the
/// handshake, and an answer counts only from whom it was asked, under the random id it was asked with.
///
/// The echo is Java's own ([InetAddress#isReachable]), which as root sends real ICMP and needs no native code
/// of ours. It blocks inside the runtime, so it has platform threads: on virtual ones it would hold up the
/// daemon's others.
public final class DnsAndEchoProver implements TunnelProver {
    private static final Logger LOG = LoggerFactory.getLogger(DnsAndEchoProver.class);
    private static final Duration REPEAT = Duration.ofMillis(100);

    private final SecureRandom random;
    private final InstantSource clock;

    public DnsAndEchoProver(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Optional<Proof> prove(
            List<InetAddress> sources, List<InetAddress> resolvers, List<InetAddress> gateways, Duration limit)
            throws InterruptedException {
        return prove(sources, resolvers, gateways, () -> 0, limit);
    }

    @Override
    public Optional<Proof> proveBeside(
            Lane lane,
            List<InetAddress> sources,
            List<InetAddress> resolvers,
            List<InetAddress> gateways,
            Duration limit)
            throws InterruptedException {
        var ports = QuestionPorts.of(lane);
        var next = new AtomicInteger(ports.first());
        return prove(sources, resolvers, gateways, () -> Math.min(next.getAndIncrement(), ports.last()), limit);
    }

    /// @param ports where the next question leaves from; 0 for any
    private Optional<Proof> prove(
            List<InetAddress> sources,
            List<InetAddress> resolvers,
            List<InetAddress> gateways,
            IntSupplier ports,
            Duration limit)
            throws InterruptedException {
        var echoed = new AtomicReference<Proof>();
        List<Question> questions = new ArrayList<>();
        try (var selector = Selector.open()) {
            for (var source : sources) {
                open(source, resolvers, ports, selector, questions);
                echo(source, gateways, limit, echoed, selector);
            }
            return await(selector, questions, echoed, System.nanoTime() + limit.toNanos());
        } catch (IOException e) {
            LOG.warn("a proof could not be asked for: {}", e.getMessage());
            return Optional.empty();
        } finally {
            questions.forEach(Question::close);
        }
    }

    private void open(
            InetAddress source,
            List<InetAddress> resolvers,
            IntSupplier ports,
            Selector selector,
            List<Question> questions) {
        for (var resolver : resolvers) {
            if (source.getClass().equals(resolver.getClass())) {
                try {
                    questions.add(Question.open(
                            new InetSocketAddress(source, ports.getAsInt()),
                            resolver,
                            (short) random.nextInt(1 << 16),
                            selector));
                } catch (IOException e) {
                    LOG.debug("{} cannot be asked: {}", resolver, e.getMessage());
                }
            }
        }
    }

    private Optional<Proof> await(Selector selector, List<Question> questions, AtomicReference<Proof> echoed, long end)
            throws IOException, InterruptedException {
        var askAgain = System.nanoTime();
        var now = askAgain;
        while (now < end) {
            if (now >= askAgain) {
                questions.forEach(Question::ask);
                askAgain = now + REPEAT.toNanos();
            }
            selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(Math.min(end, askAgain) - now) + 1));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var proof = heard(selector).or(() -> Optional.ofNullable(echoed.get()));
            if (proof.isPresent()) {
                return proof;
            }
            now = System.nanoTime();
        }
        return Optional.empty();
    }

    private Optional<Proof> heard(Selector selector) {
        var keys = List.copyOf(selector.selectedKeys());
        selector.selectedKeys().clear();
        return keys.stream()
                .map(key -> (Question) key.attachment())
                .map(question -> question.answer().map(took -> proof(took, question.resolver())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void echo(
            InetAddress source,
            List<InetAddress> gateways,
            Duration limit,
            AtomicReference<Proof> echoed,
            Selector selector) {
        for (var gateway : gateways) {
            if (source.getClass().equals(gateway.getClass()) && !source.equals(gateway)) {
                Thread.ofPlatform().daemon().name("ginnel-echo").start(() -> {
                    var began = System.nanoTime();
                    if (answersEcho(source, gateway, limit)) {
                        echoed.compareAndSet(
                                null, proof(Duration.ofNanos(Math.max(1, System.nanoTime() - began)), gateway));
                        selector.wakeup();
                    }
                });
            }
        }
    }

    private static boolean answersEcho(InetAddress source, InetAddress gateway, Duration limit) {
        try {
            var device = NetworkInterface.getByInetAddress(source);
            return device != null && gateway.isReachable(device, 0, Math.toIntExact(limit.toMillis()));
        } catch (IOException e) {
            LOG.trace("{} was not asked for an echo: {}", gateway, e.getMessage());
            return false;
        }
    }

    private Proof proof(Duration roundTrip, InetAddress by) {
        return new Proof(clock.instant(), roundTrip, IpLiteral.format(by));
    }
}
