// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.notify.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.ginnel.ui.notify.Announcement.Topic;
import org.ginnel.ui.notify.Announcement.Urgency;
import org.ginnel.ui.tray.linux.PrivateBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DesktopBellTest {
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private List<String> capabilities = List.of("actions", "body");

    @Test
    void whatIsAnnounced_replacesTheLastOfItsTopic_opensTheWindow_andGoesAtTheEnd() throws Exception {
        try (var bus = PrivateBus.start();
                var desktop = bus.connect()) {
            desktop.requestBusName(Notifications.NAME);
            desktop.exportObject(Notifications.PATH, new Desktop());
            var opened = new CountDownLatch(1);
            var bell = new DesktopBell(bus.address(), opened::countDown);

            bell.ring(Topic.TUNNEL, Urgency.LOW, "Connected", "to <b>Tokyo</b> & back");
            assertThat(next()).isEqualTo("0 Connected|to &lt;b&gt;Tokyo&lt;/b&gt; &amp; back|0");
            bell.ring(Topic.TRAY, Urgency.NORMAL, "Here", "in the tray");
            assertThat(next()).isEqualTo("0 Here|in the tray|1");
            bell.ring(Topic.TUNNEL, Urgency.CRITICAL, "Blocked", "nothing leaves");
            assertThat(next()).isEqualTo("1 Blocked|nothing leaves|2");

            desktop.sendMessage(new Notifications.ActionInvoked(Notifications.PATH, new UInt32(2), "default"));
            assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();

            bell.close();
            assertThat(List.of(next(), next())).containsExactlyInAnyOrder("gone 1", "gone 2");
            bell.ring(Topic.TUNNEL, Urgency.LOW, "late", "");
            bell.close();
        }
    }

    @Test
    void whetherSomebodyShowsWhatIsSaid_isAskedOfTheDesktop() throws Exception {
        try (var bus = PrivateBus.start();
                var desktop = bus.connect();
                var bell = new DesktopBell(bus.address(), () -> {})) {
            assertThat(isHeard(bell)).as("before there is a desktop").isFalse();

            desktop.requestBusName(Notifications.NAME);
            desktop.exportObject(Notifications.PATH, new Desktop());
            assertThat(isHeard(bell)).isTrue();

            capabilities = List.of("sound");
            assertThat(isHeard(bell)).as("by a desktop that shows titles only").isFalse();
        }
        try (var bell = new DesktopBell("unix:path=/nonexistent", () -> {})) {
            assertThat(isHeard(bell)).as("without a bus").isFalse();
        }
    }

    private static boolean isHeard(DesktopBell bell) {
        var answer = new CompletableFuture<Boolean>();
        bell.whetherHeard(answer::complete);
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void withoutABus_nothingHappens() {
        var bell = new DesktopBell("unix:path=/nonexistent", () -> {});
        bell.ring(Topic.TUNNEL, Urgency.LOW, "Connected", "");
        bell.close();
        assertThat(seen).isEmpty();
    }

    private String next() throws InterruptedException {
        return String.valueOf(seen.poll(10, TimeUnit.SECONDS));
    }

    private final class Desktop implements Notifications {
        private int last;

        @Override
        public UInt32 show(
                String application,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int timeout) {
            assertThat(List.of(icon, String.valueOf(hints.get("desktop-entry"))))
                    .as("whose it is")
                    .allMatch(whose -> whose.contains("org.ginnel.Ginnel"));
            var urgency = hints.get("urgency");
            seen.add(replaces + " " + summary + "|" + body + "|" + (urgency == null ? "" : urgency.getValue()));
            return replaces.intValue() == 0 ? new UInt32(++last) : replaces;
        }

        @Override
        public List<String> capabilities() {
            return capabilities;
        }

        @Override
        public void closeNotification(UInt32 id) {
            seen.add("gone " + id);
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }
}
