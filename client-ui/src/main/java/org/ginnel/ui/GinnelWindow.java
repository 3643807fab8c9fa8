// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.ginnel.relay.Target;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.file.FileDialogs;
import org.ginnel.ui.flag.FlagPictures;
import org.ginnel.ui.frame.FrameView;
import org.ginnel.ui.frame.FrameViewModel;
import org.ginnel.ui.frame.Tab;
import org.ginnel.ui.fx.FxThread;
import org.ginnel.ui.link.Conversation;
import org.ginnel.ui.link.KeyChange;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.log.LogDetail;
import org.ginnel.ui.look.Look;
import org.ginnel.ui.notify.Announcements;
import org.ginnel.ui.notify.Bell;
import org.ginnel.ui.preferences.PreferenceStore;
import org.ginnel.ui.preferences.Preferences;
import org.ginnel.ui.text.Language;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;
import org.ginnel.ui.tray.Tray;
import org.ginnel.ui.tray.TrayAction;

/// The window on one stage, with its own link to the daemon. Closing it hangs up and leaves the tunnel as it is.
///
/// Every method is called on the JavaFX thread.
public final class GinnelWindow implements AutoCloseable {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 720;
    private static final double NARROWEST = 360;
    private static final double LOWEST = 600;

    private final Stage stage;
    private final Conversation conversation;
    private final TunnelWishes wishes;
    private final ServerCatalog catalog;
    private final KeyChange keys;
    private final Surroundings surroundings;
    private final Scene scene;
    private FrameView view;
    private FrameViewModel frame;
    private List<Consumer<LinkState>> above;
    private final FlagPictures flags = new FlagPictures();
    private final PreferenceStore preferences;
    private final Look look;
    private final InvalidationListener visibility = _ -> visibilityChanged();
    private Words words;
    private final ConnectAtStart start = new ConnectAtStart();
    private final LogDetail log = new LogDetail();
    private LinkState state = new LinkState.Searching();
    private Optional<TrayCompanion> tray = Optional.empty();
    private Optional<Bell> bell = Optional.empty();
    private Optional<Announcements> announcements = Optional.empty();
    private Optional<UpdateCompanion> updates = Optional.empty();

    private GinnelWindow(Stage stage, Conversation conversation, Surroundings surroundings) {
        this.stage = stage;
        this.conversation = conversation;
        preferences = new PreferenceStore(surroundings.preferences());
        wishes = new TunnelWishes(conversation.daemon());
        catalog = new ServerCatalog(conversation.daemon());
        keys = new KeyChange(conversation.daemon());
        this.surroundings = surroundings;
        words = Words.in(language(preferences.now()));
        view = new FrameView(words, this::goTo);
        var pages = pages();
        frame = new FrameViewModel(pages::make, view::render);
        above = pages.above(this::goTo);
        scene = new Scene(view.root(), WIDTH, HEIGHT);
        look = new Look(scene, surroundings.theme(), preferences.now());
        look.direct(words.language().isRightToLeft());
        preferences.onChange(this::prefer);
        log.set(preferences.now().detailedLog());
        stage.setScene(scene);
        stage.setTitle(words.say(Message.of("window.title")));
        fit(preferences.now());
        stage.showingProperty().addListener(visibility);
        stage.iconifiedProperty().addListener(visibility);
    }

    /// Shows the window on that stage and begins to look for the daemon.
    ///
    /// @param socket where the daemon listens
    /// @param environment such as `System.getenv()`; `docs/debugging.md` has the variables
    public static GinnelWindow open(Stage stage, Path socket, Map<String, String> environment) {
        var thread = new FxThread();
        return open(stage, begin(socket, thread), thread, Surroundings.from(environment));
    }

    /// Begins the conversation of a window that is yet to come; may be called before JavaFX has started.
    static Conversation begin(Path socket, FxThread thread) {
        return Conversation.begin(socket, "ginnel-ui " + Version.number(), thread);
    }

    /// Shows the window, with what the daemon has said by now.
    static GinnelWindow open(Stage stage, Conversation conversation, FxThread thread, Surroundings surroundings) {
        var opened = new GinnelWindow(stage, conversation, surroundings);
        conversation.listen(opened::on);
        thread.open();
        stage.show();
        return opened;
    }

    /// Gives the window a tray to live on in when it is closed.
    ///
    /// @param trays opens a tray that reports clicks to the consumer it is given
    /// @param quit ends everything, this window included; called on the JavaFX thread
    void liveOnInTray(Function<Consumer<TrayAction>, Tray> trays, Runnable quit) {
        var companion = new TrayCompanion(
                trays, conversation.window(), words, wishes, catalog, this::bringToFront, this::bringBack, quit);
        tray = Optional.of(companion);
        companion.on(state);
    }

    private void bringBack() {
        if (!stage.isShowing()) {
            bringToFront();
        }
    }

    /// Tells a user who looks elsewhere what is news.
    ///
    /// @param bells opens a bell, given what a click on an announcement does
    void announce(Function<Runnable, Bell> bells) {
        bell = Optional.of(bells.apply(() -> conversation.window().execute(this::bringToFront)));
        bell.ifPresent(this::announceWith);
    }

    private void announceWith(Bell bell) {
        var made = new Announcements(bell, words, this::mayDisturb, this::isLooking, surroundings.trayTold());
        announcements = Optional.of(made);
        updates.ifPresent(companion -> companion.announceBy(made));
        made.on(state);
    }

    /// Begins to ask for newer releases, where this build knows whom to ask and the user wants it.
    void lookForReleases() {
        var ways = new WindowWays(this::goTo, stage, words);
        updates = surroundings.releases().get().map(them -> new UpdateCompanion(them, conversation, ways::copy));
        updates.ifPresent(companion -> {
            companion.showIn(view, words);
            companion.prefer(preferences.now());
            companion.on(state);
        });
    }

    private boolean isLooking() {
        return stage.isShowing() && stage.isFocused();
    }

    private boolean mayDisturb() {
        var time = conversation.time();
        return preferences.now().mayDisturb(LocalTime.ofInstant(time.now(), time.zone()));
    }

    /// Quits when the window is closed and there is no tray to bring it back by.
    ///
    /// @param quit ends everything, this window included; called on the JavaFX thread
    void quitOnClose(Runnable quit) {
        stage.setOnCloseRequest(request -> {
            if (tray.filter(TrayCompanion::isVisible).isEmpty()) {
                // Or JavaFX would hide the window after us, when its toolkit has ended.
                request.consume();
                quit.run();
            } else {
                announcements.ifPresent(Announcements::hidden);
            }
        });
    }

    /// Gives the window its icon in the desktop's task list.
    void showIcon() {
        var icon = Objects.requireNonNull(GinnelWindow.class.getResource("icon-64.png"));
        stage.getIcons().setAll(new Image(icon.toExternalForm()));
    }

    /// Shows the window, wherever it is, above the others.
    void bringToFront() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    private void on(LinkState now) {
        state = now;
        if (!(state instanceof LinkState.Live(var snapshot, var _, var _, var _)) || !snapshot.isReady()) {
            catalog.forget();
        }
        frame.on(state);
        above.forEach(it -> it.accept(state));
        tray.ifPresent(companion -> companion.on(now));
        announcements.ifPresent(news -> news.on(now));
        updates.ifPresent(companion -> companion.on(now));
        log.note(() -> "the service: " + now.told());
        if (start.wants(now, preferences.now())) {
            wishes.connect(new Target.Fastest());
        }
    }

    private void goTo(Tab tab) {
        frame.goTo(tab);
    }

    private Pages pages() {
        return new Pages(
                words,
                surroundings,
                conversation,
                wishes,
                catalog,
                keys,
                new WindowWays(this::goTo, stage, words),
                flags,
                new FileDialogs(stage),
                preferences,
                view);
    }

    private Language language(Preferences now) {
        return now.language().flatMap(Language::tagged).orElseGet(() -> Language.of(surroundings.locale()));
    }

    private void prefer(Preferences now) {
        log.set(now.detailedLog());
        updates.ifPresent(companion -> companion.prefer(now));
        if (look.apply(now)) {
            fit(now);
        }
        if (language(now) != words.language()) {
            // After whatever asked for it, which belongs to the pages that go.
            conversation.window().execute(() -> speak(language(now)));
        }
    }

    /// Every page is made anew in that language.
    private void speak(Language language) {
        frame.windowShowing(false);
        words = Words.in(language);
        wishes.forgetListeners();
        catalog.forgetListeners();
        view = new FrameView(words, this::goTo);
        var pages = pages();
        frame = new FrameViewModel(pages::make, view::render);
        above = pages.above(this::goTo);
        scene.setRoot(view.root());
        look.direct(language.isRightToLeft());
        stage.setTitle(words.say(Message.of("window.title")));
        frame.on(state);
        above.forEach(it -> it.accept(state));
        frame.goTo(Tab.SETTINGS);
        visibilityChanged();
        tray.ifPresent(companion -> companion.speak(words));
        updates.ifPresent(companion -> companion.showIn(view, words));
        bell.ifPresent(this::announceWith);
    }

    /// Larger text needs a larger window, up to what screens have.
    private void fit(Preferences now) {
        var grown = Math.min(1.7, now.textPercent() / 100.0);
        stage.setMinWidth(NARROWEST * grown);
        stage.setMinHeight(LOWEST * Math.min(1.2, grown));
    }

    private void visibilityChanged() {
        var visible = stage.isShowing() && !stage.isIconified();
        conversation.attend(visible);
        frame.windowShowing(visible);
    }

    /// Hides the window and hangs up.
    @Override
    public void close() {
        stage.showingProperty().removeListener(visibility);
        stage.iconifiedProperty().removeListener(visibility);
        frame.windowShowing(false);
        stage.hide();
        tray.ifPresent(TrayCompanion::close);
        announcements.ifPresent(Announcements::close);
        updates.ifPresent(UpdateCompanion::close);
        look.close();
        conversation.close();
    }
}
