// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ginnel.ui.tray.Moments.CAUSE;
import static org.ginnel.ui.tray.Moments.CONNECTED;
import static org.ginnel.ui.tray.Moments.DISCONNECTED;
import static org.ginnel.ui.tray.Moments.LONDON;
import static org.ginnel.ui.tray.Moments.NOW;
import static org.ginnel.ui.tray.Moments.PARIS;
import static org.ginnel.ui.tray.Moments.TOKYO;
import static org.ginnel.ui.tray.Moments.menu;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.TunnelView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [Tray] does, seen from the person in front of it.
public abstract class TrayContract {
    private final BlockingQueue<TrayAction> actions = new LinkedBlockingQueue<>();
    private Person person;

    /// A tray, and a person who looks at it.
    public interface Person extends AutoCloseable {
        Tray tray();

        /// The icon, once the tray has settled.
        TrayIcon icon();

        String tooltip();

        /// The menu from top to bottom, as it is drawn.
        List<TrayItemSeen> items();

        void click(TrayItemSeen item);

        void leftClick();

        @Override
        void close();
    }

    /// One line as it is drawn.
    ///
    /// @param handle what a click is sent to
    /// @param text empty for a divider
    public record TrayItemSeen(Object handle, String text, boolean enabled) {}

    protected abstract Person open(Consumer<TrayAction> onAction) throws Exception;

    @BeforeEach
    void openIt() throws Exception {
        person = open(actions::add);
    }

    @AfterEach
    void closeIt() {
        person.close();
    }

    @Test
    void show_drawsIconTooltipAndItems() {
        var menu = menu(CONNECTED, LONDON.id(), TOKYO.id());
        person.tray().show(menu);

        assertThat(person.icon()).isEqualTo(TrayIcon.PROTECTED);
        assertThat(person.tooltip()).isEqualTo("Connected to London, United Kingdom");
        assertThat(person.items()).extracting(TrayItemSeen::text).containsExactlyElementsOf(texts(menu));
        assertThat(person.tray().isVisible()).isTrue();
    }

    @Test
    void labels_cannotBeClicked() {
        person.tray().show(menu(CONNECTED, TOKYO.id()));

        assertThat(person.items())
                .filteredOn(item -> !item.enabled())
                .extracting(TrayItemSeen::text)
                .contains("Connected to London, United Kingdom", "Recent servers");
        person.click(item("Connected to London, United Kingdom"));
        person.click(item("Disconnect"));
        assertThat(nextAction()).isEqualTo(new TrayAction.Disconnect());
    }

    @Test
    void click_asksForWhatTheItemSays() {
        person.tray().show(menu(CONNECTED, TOKYO.id(), PARIS.id()));

        person.click(item("Paris, France \u00b7 1 ms"));
        assertThat(nextAction()).isEqualTo(new TrayAction.Connect(new Target.Chosen(PARIS.id())));
        person.click(item("Connect to the fastest server"));
        assertThat(nextAction()).isEqualTo(new TrayAction.Connect(new Target.Fastest()));
        person.click(item("Quit, the tunnel stays up"));
        assertThat(nextAction()).isEqualTo(new TrayAction.Quit());
    }

    @Test
    void leftClick_opensTheWindow() {
        person.tray().show(menu(DISCONNECTED));
        person.leftClick();

        assertThat(nextAction()).isEqualTo(new TrayAction.Open());
    }

    @Test
    void show_again_replacesEverything() {
        person.tray().show(menu(DISCONNECTED));
        assertThat(person.icon()).isEqualTo(TrayIcon.OPEN);
        var blocked = menu(new TunnelView.Blocked(CAUSE, NOW, false), TOKYO.id());
        person.tray().show(blocked);

        assertThat(person.icon()).isEqualTo(TrayIcon.BLOCKED);
        assertThat(person.tooltip()).isEqualTo(blocked.status());
        assertThat(person.items()).extracting(TrayItemSeen::text).containsExactlyElementsOf(texts(blocked));
    }

    @Test
    void show_againWithOtherWordsOnly_changesTheWords() {
        person.tray().show(menu(new TunnelView.Connecting(Optional.empty(), TunnelView.Phase.CHOOSING, 1)));
        assertThat(person.items()).first().extracting(TrayItemSeen::text).isEqualTo("Choosing a server\u2026");
        person.tray().show(menu(new TunnelView.Connecting(Optional.of(TOKYO), TunnelView.Phase.PROVING, 1)));

        assertThat(person.items()).first().extracting(TrayItemSeen::text).isEqualTo("Connecting to Tokyo, Japan\u2026");
    }

    @Test
    void click_onAnItemThatIsGone_doesNothing() {
        person.tray().show(menu(DISCONNECTED));
        var connect = item("Connect");
        person.tray().show(menu(CONNECTED));
        person.click(connect);
        person.click(item("Disconnect"));

        assertThat(nextAction()).isEqualTo(new TrayAction.Disconnect());
    }

    @Test
    void everyState_hasAnIconOfItsOwn() {
        for (var icon : TrayIcon.values()) {
            person.tray().show(new TrayMenu(icon, icon.name(), List.of()));
            assertThat(person.icon()).isEqualTo(icon);
        }
    }

    @Test
    void close_takesTheIconAway() {
        person.tray().show(menu(DISCONNECTED));
        assertThat(person.tray().isVisible()).isTrue();
        person.tray().close();
        person.tray().show(menu(CONNECTED));
        person.tray().close();

        assertThat(person.tray().isVisible()).isFalse();
    }

    protected final TrayItemSeen item(String text) {
        return person.items().stream()
                .filter(item -> item.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not in " + person.items()));
    }

    private TrayAction nextAction() {
        try {
            var action = actions.poll(10, TimeUnit.SECONDS);
            if (action == null) {
                throw new AssertionError("nothing was asked for");
            }
            return action;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static List<String> texts(TrayMenu menu) {
        return menu.items().stream()
                .map(item -> switch (item) {
                    case TrayItem.Label(var text) -> text;
                    case TrayItem.Command(var _, var text, var _) -> text;
                    case TrayItem.Divider() -> "";
                })
                .toList();
    }
}
