// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ginnel.control.Snapshot;
import org.ginnel.devkit.Scenario;
import org.ginnel.http.SmallFile.Read;
import org.ginnel.ui.FakeTime;
import org.ginnel.ui.link.LinkState;
import org.ginnel.update.ReleaseVersion;
import org.ginnel.update.UpdateJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When somebody is asked, and what is made of the answer.
class UpdatesTest {
    private static final Duration DAY = Updates.BETWEEN;
    private static final ReleaseVersion NEW = new ReleaseVersion(0, 2, 0);

    private final SignedReleases releases = new SignedReleases();
    private final FakeTime time = new FakeTime();
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final List<Optional<Release>> told = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private Supplier<Read> server = () -> new Read.Whole(announcement(1, "0.2.0"));

    @TempDir
    private Path state;

    private byte[] announcement(long serial, String version) {
        return releases.announcement(serial, version, time.now());
    }

    private Updates updates() {
        var channel = new ReleaseChannel(new UpdateJudge(List.of(releases.key())), "releases.example", () -> {
            asked.incrementAndGet();
            return server.get();
        });
        return new Updates(
                channel,
                SignedReleases.INSTALLED,
                Map.of("XDG_STATE_HOME", state.toString()),
                time,
                inbox::add,
                told::add);
    }

    private Updates allowed() {
        var updates = updates();
        updates.allow(true);
        return updates;
    }

    private static LinkState live(Snapshot snapshot) {
        return new LinkState.Live(snapshot, "ginneld", true, true);
    }

    private static void connect(Updates updates) {
        updates.on(live(Scenario.connected().start()));
    }

    private static void disconnect(Updates updates) {
        updates.on(live(Scenario.disconnected().start()));
    }

    /// Does what comes to the window's thread, that many times.
    private void work(int times) {
        for (var i = 0; i < times; i++) {
            try {
                var next = inbox.poll(20, TimeUnit.SECONDS);
                assertThat(next).as("work for the window").isNotNull();
                next.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// The timer, the answer and the verdict.
    private void wholeQuestion() {
        work(3);
    }

    private ReleaseVersion offered() {
        return told.getLast().orElseThrow().version();
    }

    @Test
    void aNewerRelease_isOffered_someMinutesAfterTheTunnelStands() {
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED.minusSeconds(1));
        assertThat(inbox).isEmpty();

        time.pass(Duration.ofSeconds(1));
        wholeQuestion();

        assertThat(offered()).isEqualTo(NEW);
        assertThat(updates.offered().orElseThrow().installed()).isEqualTo(new ReleaseVersion(0, 1, 0));
    }

    @Test
    void nobodyIsAsked_whoDoesNotWantIt_orHasNoTunnel() {
        var unwanted = updates();
        connect(unwanted);
        var open = allowed();
        for (var scenario : List.of(
                Scenario.disconnected(),
                Scenario.locked(),
                Scenario.loggedOut(),
                Scenario.paused(time.now().plusSeconds(600)))) {
            open.on(live(scenario.start()));
            assertThat(time.running()).isZero();
        }
        open.on(new LinkState.Searching());
        time.pass(Duration.ofDays(3));

        assertThat(asked).hasValue(0);
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void aTunnelThatEnds_callsItOff() {
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED.minusSeconds(1));
        disconnect(updates);
        assertThat(time.running()).isZero();
        time.pass(DAY);

        assertThat(asked).hasValue(0);
    }

    @Test
    void whoIsAsked_whenTheTunnelEnds_isAskedNoFurther() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        server = () -> untilCalledOff(begun, over);
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED);
        work(1);
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        disconnect(updates);

        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        work(1);
        assertThat(told).isEmpty();
    }

    @Test
    void aTimerThatWentOff_justBeforeTheTunnelWasMadeAnew_asksNobodyYet_andNobodyTwice() {
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED);
        disconnect(updates);
        connect(updates);
        work(1);
        assertThat(asked).hasValue(0);

        time.pass(Updates.SETTLED);
        wholeQuestion();
        time.pass(DAY.minusSeconds(1));
        assertThat(asked).hasValue(1);
        assertThat(inbox).isEmpty();
    }

    @Test
    void anAnswerToWhatWasCalledOff_comesInTheWayOfNoNewerQuestion() throws InterruptedException {
        var late = new CountDownLatch(1);
        server = () -> {
            awaitWhateverComes(late);
            return new Read.Failed("at last");
        };
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED);
        work(1);
        disconnect(updates);
        connect(updates);
        var begun = new CountDownLatch(1);
        var calledOff = new CountDownLatch(1);
        server = () -> untilCalledOff(begun, calledOff);
        time.pass(DAY);
        work(1);
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        late.countDown();
        work(1);
        assertThat(time.running()).as("who is asked is not asked once more").isZero();
        disconnect(updates);
        assertThat(calledOff.await(20, TimeUnit.SECONDS))
                .as("nobody is asked beside the tunnel")
                .isTrue();
    }

    private static Read untilCalledOff(CountDownLatch begun, CountDownLatch over) {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            throw new AssertionError("nobody lets go of it");
        } catch (InterruptedException e) {
            over.countDown();
            return new Read.Failed("called off");
        }
    }

    private static void awaitWhateverComes(CountDownLatch latch) {
        var interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatWasKept_andIsJudgedLate_takesNothingBack() throws InterruptedException {
        var first = allowed();
        connect(first);
        time.pass(Updates.SETTLED);
        wholeQuestion();
        first.close();
        server = () -> new Read.Whole(announcement(2, "0.3.0"));

        var next = allowed();
        var judgedLate = inbox.poll(20, TimeUnit.SECONDS);
        connect(next);
        time.pass(DAY);
        wholeQuestion();
        assertThat(offered()).isEqualTo(new ReleaseVersion(0, 3, 0));
        Objects.requireNonNull(judgedLate).run();

        assertThat(offered()).isEqualTo(new ReleaseVersion(0, 3, 0));
    }

    @Test
    void nobodyIsAskedTwiceADay_alsoByTheNextRun() {
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED);
        wholeQuestion();
        connect(updates);
        time.pass(DAY.minusSeconds(1));
        updates.close();
        assertThat(asked).hasValue(1);

        var next = allowed();
        work(1); // what was kept is judged anew
        connect(next);
        time.pass(Updates.SETTLED);
        wholeQuestion();
        assertThat(asked).hasValue(2);
        time.pass(DAY.minusSeconds(1));
        assertThat(asked).hasValue(2);
        time.pass(Duration.ofSeconds(1));
        wholeQuestion();
        assertThat(asked).hasValue(3);
    }

    @Test
    void aServerThatFails_isAskedAgainTheNextDay() {
        server = () -> new Read.Failed("no route");
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED);
        work(2);
        assertThat(told).isEmpty();
        time.pass(DAY.minusSeconds(1));
        assertThat(asked).hasValue(1);
        time.pass(Duration.ofSeconds(1));
        work(2);

        assertThat(asked).hasValue(2);
    }

    @Test
    void theNextRun_offersWhatIsKept_withoutAsking_verifiedAnew() throws IOException {
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED);
        wholeQuestion();
        told.clear();

        updates();
        work(1);
        assertThat(offered()).isEqualTo(NEW);
        assertThat(asked).hasValue(1);

        var file = state.resolve("ginnel/announcement");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        updates();
        work(1);
        assertThat(told.getLast()).isEmpty();
    }

    @Test
    void whatNobodyOfOursSigned_isNotOffered_andNotKept() {
        var stranger = new SignedReleases();
        server = () -> new Read.Whole(stranger.announcement(9, "9.9.9", time.now()));
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED);
        wholeQuestion();

        assertThat(told).isEmpty();
        assertThat(updates.offered()).isEmpty();
        assertThat(state.resolve("ginnel/announcement")).doesNotExist();
    }

    @Test
    void anOlderAnnouncement_takesNothingBack() {
        var old = announcement(1, "0.1.0");
        server = () -> new Read.Whole(announcement(2, "0.2.0"));
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED);
        wholeQuestion();
        server = () -> new Read.Whole(old);
        time.pass(DAY);
        wholeQuestion();

        assertThat(updates.offered().orElseThrow().version()).isEqualTo(NEW);
        updates.close();
        assertThat(updates().offered()).isEmpty();
        work(1);
        assertThat(offered()).isEqualTo(NEW);
    }

    @Test
    void whatWasDismissed_isNotOfferedAgain_butTheNextOneIs() {
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED);
        wholeQuestion();
        updates.dismiss(NEW);
        assertThat(told.getLast()).isEmpty();
        server = () -> new Read.Whole(announcement(2, "0.2.0"));
        time.pass(DAY);
        wholeQuestion();
        assertThat(told.getLast()).isEmpty();
        server = () -> new Read.Whole(announcement(3, "0.3.0"));
        time.pass(DAY);
        wholeQuestion();

        assertThat(offered()).isEqualTo(new ReleaseVersion(0, 3, 0));
    }

    @Test
    void whoWasTold_staysTold() {
        var updates = updates();
        assertThat(updates.isTold(NEW)).isFalse();
        updates.told(NEW);

        assertThat(updates().isTold(NEW)).isTrue();
        assertThat(updates().isTold(new ReleaseVersion(0, 3, 0))).isFalse();
    }

    @Test
    void aStateThatIsNonsense_beginsAnew() throws IOException {
        Files.createDirectories(state.resolve("ginnel"));
        for (var text : List.of(
                "", "{", "{\"id\":\"x\",\"serial\":\"1\"}", "{\"id\":7}", "{\"serial\":\"99999999999999999999\"}")) {
            Files.writeString(state.resolve("ginnel/updates.json"), text);
            assertThat(updates().isTold(NEW)).isFalse();
        }
    }

    @Test
    void aClockThatWasSetBack_putsNothingOff() {
        var early = new FakeTime();
        time.pass(Duration.ofDays(400));
        var updates = allowed();
        connect(updates);
        time.pass(Updates.SETTLED);
        wholeQuestion();
        updates.close();
        var channel = new ReleaseChannel(new UpdateJudge(List.of(releases.key())), "releases.example", () -> {
            asked.incrementAndGet();
            return new Read.Failed("no matter");
        });
        var later = new Updates(
                channel,
                SignedReleases.INSTALLED,
                Map.of("XDG_STATE_HOME", state.toString()),
                early,
                inbox::add,
                told::add);
        work(1);
        later.allow(true);
        connect(later);
        early.pass(Updates.SETTLED);
        work(2);

        assertThat(asked).hasValue(2);
    }
}
