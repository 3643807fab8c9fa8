// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
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
    private static final double HEIGHT = 760;
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
    private Runnable quit = () -> {};
    private Optional<TrayCompanion> tray = Optional.empty();
    private Optional<NewsCompanion> news = Optional.empty();
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
        scene = new Scene(view.root(), WIDTH, Look.height(HEIGHT));
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

    /// Begins the conversation of a window that is yet to come, before JavaFX has started, too.
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
        companion.on(state);
        tray = Optional.of(companion);
    }

    private void bringBack() {
        if (!stage.isShowing() || stage.isIconified()) {
            bringToFront();
        }
    }

    /// Tells a user who looks elsewhere what is news.
    ///
    /// @param bells opens a bell, given what a click on an announcement does
    void announce(Function<Runnable, Bell> bells) {
        var bell = bells.apply(() -> conversation.window().execute(this::bringToFront));
        BooleanSupplier looking = () -> stage.isShowing() && stage.isFocused();
        news = Optional.of(new NewsCompanion(bell, surroundings, preferences, conversation.time(), looking, words));
        news.ifPresent(this::tellNews);
    }

    private void tellNews(NewsCompanion companion) {
        companion.speak(words);
        updates.ifPresent(them -> them.announceBy(companion.announcements()));
        companion.on(state);
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

    /// Quits when the user wants it, and by [Closing] when the window is closed.
    ///
    /// @param foundAgain whether another start brings this window back
    /// @param quit ends everything, this window included; called on the JavaFX thread
    void quitOnClose(boolean foundAgain, Runnable quit) {
        this.quit = quit;
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN), quit);
        stage.setOnCloseRequest(new Closing(
                stage,
                conversation.window(),
                () -> tray.filter(TrayCompanion::isVisible).isPresent(),
                () -> news.filter(_ -> foundAgain).flatMap(NewsCompanion::wantedBell),
                () -> news.map(NewsCompanion::announcements),
                quit)::on);
    }

    /// Gives the window its icon in the desktop's task list.
    void showIcon() {
        stage.getIcons().setAll(new Image(GinnelWindow.class.getResourceAsStream("icon-64.png")));
    }

    /// Shows the window, wherever it is, above the others. A minimised one is shown anew: GNOME hears no other wish
    /// while the list of announcements is open that was clicked in.
    void bringToFront() {
        if (stage.isIconified()) {
            stage.hide();
            stage.setIconified(false);
        }
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    private void on(LinkState now) {
        state = now;
        if (!(now instanceof LinkState.Live(var snapshot, var _, var _, var _)) || !snapshot.isReady()) {
            catalog.forget();
        }
        frame.on(now);
        above.forEach(it -> it.accept(state));
        tray.ifPresent(companion -> companion.on(now));
        news.ifPresent(companion -> companion.on(now));
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
                view,
                new Outlet<>(),
                () -> quit.run());
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
        news.ifPresent(this::tellNews);
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
        news.ifPresent(NewsCompanion::close);
        updates.ifPresent(UpdateCompanion::close);
        look.close();
        conversation.close();
    }
}
