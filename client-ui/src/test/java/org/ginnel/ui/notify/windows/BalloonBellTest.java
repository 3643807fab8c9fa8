// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.windows;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.ginnel.ui.notify.Announcement.Topic;
import org.ginnel.ui.notify.Announcement.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BalloonBellTest {
    private final List<String> told = new ArrayList<>();
    private final List<Runnable> delayed = new ArrayList<>();

    /// Of what waits for a minute, the test says when that is over.
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1) {
        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            if (delay == 0) {
                return super.schedule(command, 0, unit);
            }
            assertThat(unit.toMillis(delay)).isEqualTo(BalloonBell.THERE.toMillis());
            delayed.add(command);
            return super.schedule(() -> {}, 0, unit);
        }
    };

    private static String text(byte[] data, int at, int room) {
        var text = new String(data, at, 2 * room, UTF_16LE);
        return text.substring(0, text.indexOf(0));
    }

    private final class Modelled implements Shell {
        private final boolean willing;

        Modelled(boolean willing) {
            this.willing = willing;
        }

        @Override
        public long window() {
            told.add("window");
            return 77;
        }

        @Override
        public long icon() {
            return 88;
        }

        @Override
        public boolean tell(int message, byte[] data) {
            var read = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(read.getInt(0)).isEqualTo(NotifyIconData.SIZE).isEqualTo(data.length);
            assertThat(read.getLong(NotifyIconData.WINDOW)).isEqualTo(77);
            assertThat(read.getLong(NotifyIconData.ICON)).isEqualTo(88);
            told.add((message == ADD ? "add " : "delete ") + read.getInt(NotifyIconData.ID) + " "
                    + text(data, NotifyIconData.INFO_TITLE, NotifyIconData.TITLE_ROOM) + "|"
                    + text(data, NotifyIconData.INFO, NotifyIconData.TEXT_ROOM) + "|"
                    + read.getInt(NotifyIconData.INFO_FLAGS));
            return willing;
        }

        @Override
        public void destroy(long window) {
            told.add("destroy " + window);
        }
    }

    private void settle() throws InterruptedException {
        var done = new CountDownLatch(1);
        thread.execute(done::countDown);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aNewerOne_takesThePlaceOfItsTopic_andAllGoesAtTheEnd() throws InterruptedException {
        var bell = new BalloonBell(() -> new Modelled(true), thread);
        bell.ring(Topic.TUNNEL, Urgency.LOW, "Connected", "to Tokyo");
        bell.ring(Topic.TRAY, Urgency.NORMAL, "Here", "in the tray");
        bell.ring(Topic.TUNNEL, Urgency.CRITICAL, "Blocked", "nothing leaves");
        bell.close();
        bell.ring(Topic.TUNNEL, Urgency.LOW, "late", "");
        bell.close();
        assertThat(thread.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

        assertThat(told.subList(0, 5))
                .containsExactly(
                        "window",
                        "add 1 Connected|to Tokyo|1",
                        "add 2 Here|in the tray|1",
                        "delete 1 ||1",
                        "add 1 Blocked|nothing leaves|2");
        assertThat(told.subList(5, 7)).containsExactlyInAnyOrder("delete 1 ||1", "delete 2 ||1");
        assertThat(told.subList(7, told.size())).containsExactly("destroy 77");
    }

    @Test
    void theIcon_goesAfterAWhile() throws InterruptedException {
        var bell = new BalloonBell(() -> new Modelled(true), thread);
        bell.ring(Topic.TUNNEL, Urgency.LOW, "Connected", "");
        settle();
        thread.execute(delayed.getFirst());
        settle();
        assertThat(told).containsExactly("window", "add 1 Connected||1", "delete 1 ||1");
        bell.close();
    }

    @Test
    void aShellThatRefuses_orIsNotThere_harmsNobody() throws InterruptedException {
        var bell = new BalloonBell(() -> new Modelled(false), thread);
        bell.ring(Topic.TUNNEL, Urgency.LOW, "Connected", "");
        settle();
        assertThat(told).containsExactly("window", "add 1 Connected||1");
        bell.close();

        var missing = new BalloonBell(
                () -> {
                    throw new UnsatisfiedLinkError("shell32");
                },
                Executors.newSingleThreadScheduledExecutor());
        missing.ring(Topic.TUNNEL, Urgency.LOW, "Connected", "");
        missing.close();
        assertThat(told).filteredOn(line -> line.startsWith("add")).hasSize(1);
    }
}
