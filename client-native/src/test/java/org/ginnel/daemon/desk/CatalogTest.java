// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.ginnel.daemon.port.LatencySweep;
import org.ginnel.daemon.store.EstimatesFile;
import org.ginnel.relay.Choice;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.ProbePlan;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CatalogTest {
    private static final List<Server> MANY = IntStream.range(0, 500)
            .mapToObj(i -> server("s-" + i, i % 80, i % 170))
            .toList();
    private static final List<Server> THREE = MANY.subList(1, 4);

    @TempDir
    Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-29T12:00:00Z"));
    private final InstantSource clock = now::get;
    private final Net net = new Net();
    private final List<Catalog> open = new ArrayList<>();

    /// Answers at once, in the order of the distances; a server without one answers when the test lets it.
    private final class Net implements LatencySweep {
        final Map<String, Integer> millis = new ConcurrentHashMap<>();
        final Queue<String> asked = new ConcurrentLinkedQueue<>();
        final CountDownLatch late = new CountDownLatch(1);

        @Override
        public void measure(List<Server> servers, BiConsumer<Server, Measurement> sink) throws InterruptedException {
            for (var server : servers) {
                asked.add(server.id());
                var time = millis.get(server.id());
                if (time != null) {
                    sink.accept(server, new Measurement.Answered(Duration.ofMillis(time), clock.instant()));
                }
            }
            for (var server : servers) {
                if (!millis.containsKey(server.id())) {
                    late.await();
                    sink.accept(server, new Measurement.Silent(clock.instant()));
                }
            }
        }
    }

    @Test
    void aChoice_asksNoMoreThan30Of500() throws InterruptedException {
        everyoneAnswers(i -> 20 + i % 100);
        var catalog = catalog();

        catalog.measureForChoice(MANY);

        assertThat(net.asked).hasSizeLessThanOrEqualTo(ProbePlan.MOST_PROBES);
        assertThat(catalog.isFresh(MANY)).isTrue();
    }

    @Test
    void theList_measuresEveryone_alsoRightAfterAChoice() throws InterruptedException {
        everyoneAnswers(i -> 20 + i % 100);
        var catalog = catalog();

        catalog.measureForChoice(MANY);
        catalog.measureAll(MANY);

        assertThat(catalog.of(MANY))
                .allSatisfy(one -> assertThat(one.measurement()).isPresent());
    }

    @Test
    void aChoice_doesNotWaitForWhoIsLate_whoIsHeardBehind() throws InterruptedException {
        net.millis.put("s-1", 10);
        net.millis.put("s-2", 50);
        var ended = new CountDownLatch(1);
        var catalog = catalog();
        catalog.listen(() -> {
            if (!catalog.measuring()) {
                ended.countDown();
            }
        });

        catalog.measureForChoice(THREE);

        assertThat(id(catalog.choose(THREE, new Target.Fastest()))).isEqualTo("s-1");
        assertThat(catalog.measuring()).isTrue();
        net.late.countDown();
        ended.await();
        assertThat(catalog.of(THREE).getLast().measurement()).containsInstanceOf(Measurement.Silent.class);
    }

    @Test
    void whatIsFresh_growsStale_inItsOwnTime() throws InterruptedException {
        everyoneAnswers(i -> 10 * i);
        var catalog = catalog();
        assertThat(catalog.isFresh(THREE)).isFalse();

        catalog.measureForChoice(THREE);

        assertThat(catalog.isFresh(THREE)).isTrue();
        assertThat(catalog.isFresh(MANY)).as("others came").isFalse();
        now.updateAndGet(
                time -> time.plus(Catalog.FRESH.multipliedBy(8).dividedBy(10)).minusSeconds(1));
        assertThat(catalog.isFresh(THREE)).isTrue();
        now.updateAndGet(
                time -> time.plus(Catalog.FRESH.multipliedBy(4).dividedBy(10)).plusSeconds(1));
        assertThat(catalog.isFresh(THREE)).isFalse();
    }

    @Test
    void whenNobodyAnswers_nothingIsFresh() throws InterruptedException {
        net.late.countDown();
        var catalog = catalog();

        catalog.measureForChoice(THREE);

        assertThat(catalog.isFresh(THREE)).isFalse();
    }

    @Test
    void theFastestThatIsTold_isTheOneThatWouldBeChosen_andTellingChoosesNone() throws InterruptedException {
        var catalog = catalog();
        assertThat(catalog.fastest(THREE)).as("nobody has answered").isEmpty();
        assertThat(catalog.fastest(List.of())).isEmpty();

        everyoneAnswers(i -> 20 + i);
        catalog.measureAll(THREE);
        assertThat(catalog.fastest(THREE)).contains("s-1");
        assertThat(id(catalog.choose(THREE, new Target.Fastest()))).isEqualTo("s-1");

        everyoneAnswers(i -> i == 2 ? 20 : 21);
        catalog.measureAll(THREE);
        assertThat(catalog.fastest(THREE)).as("a millisecond does not move us").contains("s-1");
    }

    @Test
    void whatWasMeasuredAndChosen_isKnownToTheNextRun() throws InterruptedException {
        everyoneAnswers(i -> 20 + i);
        var catalog = catalog();
        catalog.measureAll(THREE);
        assertThat(id(catalog.choose(THREE, new Target.Fastest()))).isEqualTo("s-1");
        catalog.close();

        var next = catalog();

        assertThat(next.of(THREE)).isEqualTo(catalog.of(THREE));
        everyoneAnswers(i -> i == 2 ? 20 : 21);
        next.measureAll(THREE);
        assertThat(id(next.choose(THREE, new Target.Fastest())))
                .as("a millisecond does not move us")
                .isEqualTo("s-1");
        next.close();
    }

    @Test
    void elsewhere_onlyWhatIsMeasuredThereCounts() throws InterruptedException {
        everyoneAnswers(i -> 5 + i / 5);
        var catalog = catalog();
        catalog.measureAll(MANY);
        catalog.choose(MANY, new Target.Fastest());
        now.updateAndGet(time -> time.plus(Duration.ofHours(3)));
        net.asked.clear();
        everyoneAnswers(i -> 5 + (500 - i) / 5);

        catalog.measureForChoice(MANY);

        var known = catalog.of(MANY).stream()
                .filter(one -> one.measurement().isPresent())
                .map(one -> one.server().id());
        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(
                        List.copyOf(net.asked).stream().distinct().toList());
    }

    @Test
    void elsewhere_theListShowsWhatIsMeasuredThere_unmixed() throws InterruptedException {
        everyoneAnswers(i -> 5 + i / 5);
        var catalog = catalog();
        catalog.measureAll(MANY);
        now.updateAndGet(time -> time.plusSeconds(1));
        everyoneAnswers(i -> 205 - i / 5);

        catalog.measureAll(MANY);

        assertThat(catalog.of(MANY.subList(0, 2)))
                .extracting(MeasuredServer::measurement)
                .containsOnly(Optional.of(new Measurement.Answered(Duration.ofMillis(205), clock.instant())));
    }

    @Test
    void aLogout_leavesNothing_notEvenOfWhatIsUnderWay() throws InterruptedException {
        net.millis.put("s-1", 10);
        var catalog = catalog();
        catalog.measureForChoice(THREE);
        catalog.choose(THREE, new Target.Fastest());

        catalog.clear();
        net.late.countDown();
        catalog.measureForChoice(List.of());
        catalog.close();

        assertThat(catalog.of(THREE))
                .allSatisfy(one -> assertThat(one.measurement()).isEmpty());
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void anAnswerThroughTheTunnel_countsLikeAnother_andTheFirstOneWhereNothingIsKnown() throws InterruptedException {
        net.millis.put("s-1", 40);
        net.millis.put("s-2", 40);
        var catalog = catalog();
        catalog.measureAll(THREE.subList(0, 2));

        var answer = new Measurement.Answered(Duration.ofMillis(20), clock.instant());
        catalog.heard("s-1", answer, false);
        catalog.heard("s-2", answer, true);
        catalog.heard("s-3", answer, true);

        assertThat(catalog.of(THREE))
                .map(one -> (Measurement.Answered) one.measurement().orElseThrow())
                .extracting(Measurement.Answered::roundTrip)
                .containsExactly(Duration.ofMillis(24), Duration.ofMillis(40), Duration.ofMillis(20));
    }

    private interface Distance {
        int of(int number);
    }

    private void everyoneAnswers(Distance distance) {
        for (var i = 0; i < MANY.size(); i++) {
            net.millis.put("s-" + i, distance.of(i));
        }
    }

    private Catalog catalog() {
        var catalog = new Catalog(net, clock, new Random(7), new EstimatesFile(directory));
        open.add(catalog);
        return catalog;
    }

    /// What goes on behind a choice writes nothing any more.
    @AfterEach
    void closeAll() {
        open.forEach(Catalog::close);
    }

    private static String id(Choice choice) {
        return ((Choice.Picked) choice).server().id();
    }

    private static Server server(String id, double latitude, double longitude) {
        return new Server(
                id, id, "192.0.2.1", 1, "r", "c", "t", latitude, longitude, Optional.empty(), Optional.empty());
    }
}
