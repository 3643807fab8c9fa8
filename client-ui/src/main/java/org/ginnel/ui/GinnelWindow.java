// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.flag.FlagPictures;
import org.ginnel.ui.frame.FrameView;
import org.ginnel.ui.frame.FrameViewModel;
import org.ginnel.ui.frame.Tab;
import org.ginnel.ui.frame.Ways;
import org.ginnel.ui.fx.FxThread;
import org.ginnel.ui.link.Conversation;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.notify.Announcements;
import org.ginnel.ui.notify.Bell;
import org.ginnel.ui.palette.PaletteViewModel;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Words;
import org.ginnel.ui.theme.ThemedScene;
import org.ginnel.ui.tray.Tray;
import org.ginnel.ui.tray.TrayAction;

/// The window on one stage, with its own link to the daemon. Closing it hangs up and leaves the tunnel as it is.
///
/// Every method is called on the JavaFX thread.
public final class GinnelWindow implements AutoCloseable {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 720;

    private final Stage stage;
    private final Conversation conversation;
    private final TunnelWishes wishes;
    private final ServerCatalog catalog;
    private final FrameView view;
    private final FrameViewModel frame;
    private final PaletteViewModel palette;
    private final ThemedScene theme;
    private final InvalidationListener visibility = _ -> visibilityChanged();
    private final Words words = Words.english();
    private LinkState state = new LinkState.Searching();
    private Optional<TrayCompanion> tray = Optional.empty();
    private Optional<Announcements> announcements = Optional.empty();

    private GinnelWindow(Stage stage, Conversation conversation, Surroundings surroundings) {
        this.stage = stage;
        this.conversation = conversation;
        wishes = new TunnelWishes(conversation.daemon());
        catalog = new ServerCatalog(conversation.daemon());
        view = new FrameView(words, this::goTo);
        var pages = new Pages(
                words, surroundings, conversation, wishes, catalog, new WindowWays(), new FlagPictures(), view);
        frame = new FrameViewModel(pages::make, view::render);
        palette = pages.palette(this::goTo);
        var scene = new Scene(view.root(), WIDTH, HEIGHT);
        theme = ThemedScene.of(scene, surroundings.theme());
        stage.setScene(scene);
        stage.setTitle(words.say(Message.of("window.title")));
        stage.setMinWidth(360);
        stage.setMinHeight(600);
        stage.showingProperty().addListener(visibility);
        stage.iconifiedProperty().addListener(visibility);
    }

    /// Shows the window on that stage and begins to look for the daemon.
    ///
    /// @param socket where the daemon listens
    /// @param environment such as `System.getenv()`; `docs/debugging.md` has the variables
    public static GinnelWindow open(Stage stage, Path socket, Map<String, String> environment) {
        var thread = new FxThread();
        return open(stage, begin(socket, thread), thread, environment);
    }

    /// Begins the conversation of a window that is yet to come; may be called before JavaFX has started.
    static Conversation begin(Path socket, FxThread thread) {
        return Conversation.begin(socket, "ginnel-ui " + Version.number(), thread);
    }

    /// Shows the window, with what the daemon has said by now.
    static GinnelWindow open(Stage stage, Conversation conversation, FxThread thread, Map<String, String> environment) {
        var opened = new GinnelWindow(stage, conversation, Surroundings.from(environment));
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
        var companion =
                new TrayCompanion(trays, conversation.window(), words, wishes, catalog, this::bringToFront, quit);
        tray = Optional.of(companion);
        companion.on(state);
        wishes.onChange(() -> {
            if (wishes.refusal().isPresent() && !stage.isShowing()) {
                bringToFront();
            }
        });
    }

    /// Tells a user who looks elsewhere what is news.
    ///
    /// @param bells opens a bell, given what a click on an announcement does
    void announce(Function<Runnable, Bell> bells) {
        var bell = bells.apply(() -> conversation.window().execute(this::bringToFront));
        announcements = Optional.of(new Announcements(bell, words, () -> true, stage::isFocused));
        announcements.get().on(state);
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
        if (!(state instanceof LinkState.Live(var snapshot, var _, var _)) || !snapshot.isReady()) {
            catalog.forget();
        }
        frame.on(state);
        palette.on(state);
        tray.ifPresent(companion -> companion.on(now));
        announcements.ifPresent(news -> news.on(now));
    }

    private void goTo(Tab tab) {
        frame.goTo(tab);
    }

    private void visibilityChanged() {
        frame.windowShowing(stage.isShowing() && !stage.isIconified());
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
        theme.close();
        conversation.close();
    }

    private final class WindowWays implements Ways {
        @Override
        public void toConnect() {
            frame.goTo(Tab.CONNECT);
        }

        @Override
        public void toLocations() {
            frame.goTo(Tab.LOCATIONS);
        }

        @Override
        public void pickConfig(Consumer<Path> then) {
            var chooser = new FileChooser();
            chooser.setTitle(words.say(Message.of("own.pick")));
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(
                                    words.say(Message.of("own.kinds")), "*.conf", "*.png", "*.jpg", "*.jpeg"),
                            new FileChooser.ExtensionFilter(words.say(Message.of("own.allKinds")), "*"));
            var file = chooser.showOpenDialog(stage);
            if (file != null) {
                then.accept(file.toPath());
            }
        }

        @Override
        public void copy(String text) {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
