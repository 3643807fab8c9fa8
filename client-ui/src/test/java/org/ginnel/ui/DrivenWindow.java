// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.ginnel.ui.fx.FxThread;
import org.ginnel.ui.fx.Nodes;
import org.ginnel.ui.notify.Bell;
import org.ginnel.ui.theme.Theme;
import org.ginnel.ui.theme.ThemedScene;
import org.ginnel.ui.tray.Tray;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on the headless platform, driven as a person would: by mouse and keyboard.
final class DrivenWindow implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long POLL_NANOS = 2_000_000;

    private final FxRobot robot = new FxRobot();
    final Stage stage;
    private final GinnelWindow window;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    DrivenWindow(Path socket, Map<String, String> environment) {
        this(socket, environment, 420, 720);
    }

    DrivenWindow(Path socket, Surroundings surroundings) {
        this(socket, surroundings, 420, 720);
    }

    DrivenWindow(Path socket, Map<String, String> environment, double width, double height) {
        this(socket, Surroundings.from(environment), width, height);
    }

    private DrivenWindow(Path socket, Surroundings surroundings, double width, double height) {
        startToolkit();
        stage = onFx(Stage::new);
        window = onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            var thread = new FxThread();
            var opened = GinnelWindow.open(stage, GinnelWindow.begin(socket, thread), thread, surroundings);
            stage.requestFocus();
            return opened;
        });
    }

    private static void startToolkit() {
        // What fails on the threads of others is for their tests to tell; ours are told by close().
        WaitForAsyncUtils.autoCheckException = false;
        WaitForAsyncUtils.printException = false;
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new AssertionError("JavaFX did not start", e);
        }
        Platform.setImplicitExit(false);
    }

    void click(String id) {
        var place = restingPlace(id);
        var mouse = robot.robotContext().getMouseRobot();
        mouse.moveNoWait(place);
        settle();
        mouse.pressNoWait(MouseButton.PRIMARY);
        settle();
        mouse.releaseNoWait(MouseButton.PRIMARY);
        settle();
    }

    /// What was done has come to the window, and what that put off was done, too. TestFX's own actions sleep for a
    /// twentieth of a second each, which is most of what a test of windows takes.
    private void settle() {
        for (var i = 0; i < 3; i++) {
            onFx(() -> true);
        }
    }

    /// Clicks on it, unless the window is so large that it is not needed.
    void clickIfThere(String id) {
        if (has(id)) {
            click(id);
        }
    }

    /// Where it is, once it has stayed there for a frame and needed no scrolling: what the daemon says, and another
    /// size of text, move what a page shows.
    private Point2D restingPlace(String id) {
        await(() -> has(id) && !find(id).isDisabled(), id + " can be clicked");
        reveal(id);
        Point2D before;
        Point2D now = place(id);
        do {
            before = now;
            nextFrame();
            reveal(id);
            now = place(id);
        } while (!now.equals(before));
        return robot.point(find(id)).query();
    }

    private Point2D place(String id) {
        return onFx(() -> find(id).localToScene(0, 0));
    }

    /// Returns when the window has been laid out for another frame.
    private void nextFrame() {
        var passed = new CompletableFuture<Boolean>();
        Runnable pass = () -> passed.complete(true);
        var scene = onFx(() -> {
            stage.getScene().addPostLayoutPulseListener(pass);
            Platform.requestNextPulse();
            return stage.getScene();
        });
        passed.orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
        onFx(() -> {
            scene.removePostLayoutPulseListener(pass);
            return true;
        });
    }

    /// Scrolls to it, where it is on a page that is longer than the window.
    void reveal(String id) {
        onFx(() -> {
            laidOut();
            var node = find(id);
            for (Node at = node.getParent(); at != null; at = at.getParent()) {
                if (at instanceof ScrollPane pane && !isWithin(pane, node)) {
                    Nodes.reveal(pane, node);
                    pane.layout();
                }
            }
            return null;
        });
    }

    private static boolean isWithin(ScrollPane pane, Node node) {
        var seen = pane.localToScene(pane.getLayoutBounds());
        var bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinY() >= seen.getMinY() && bounds.getMaxY() <= seen.getMaxY();
    }

    /// Types into whatever has the focus.
    void type(String text) {
        dress();
        var scene = onFx(stage::getScene);
        text.chars().mapToObj(Character::toString).forEach(letter -> {
            robot.robotContext().getBaseRobot().typeKeyboard(scene, KeyCode.UNDEFINED, letter);
            settle();
        });
    }

    /// A control hears no key before its first frame, which no person is faster than.
    private void dress() {
        onFx(this::laidOut);
    }

    void press(KeyCode... keys) {
        dress();
        var keyboard = robot.robotContext().getKeyboardRobot();
        for (var key : keys) {
            keyboard.pressNoWait(key);
            settle();
        }
        for (var key : List.of(keys).reversed()) {
            keyboard.releaseNoWait(key);
            settle();
        }
    }

    void quitOnClose(boolean foundAgain, Runnable quit) {
        onFx(() -> {
            window.quitOnClose(foundAgain, quit);
            return null;
        });
    }

    void liveOnIn(Tray tray) {
        onFx(() -> {
            window.liveOnInTray(_ -> tray, () -> {});
            return null;
        });
    }

    /// Begins to look for newer releases, and to announce.
    void announceBy(Bell bell) {
        onFx(() -> {
            window.lookForReleases();
            window.announce(_ -> bell);
            return null;
        });
    }

    /// As whoever clicks on the tray, or starts Ginnel again.
    void bringToFront() {
        onFx(() -> {
            window.bringToFront();
            return null;
        });
    }

    /// As the desktop does when a person clicks the cross in the title.
    void clickTheCross() {
        onFx(() -> {
            Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
    }

    /// How many nodes of that style class there are.
    int count(String selector) {
        return onFx(() -> stage.getScene().getRoot().lookupAll(selector).size());
    }

    /// Every text in sight that is drawn with fewer letters than it has.
    List<String> cutTexts() {
        return onFx(() -> laidOut().lookupAll(".text").stream()
                .filter(node -> node.getParent() instanceof Labeled && isShown(node))
                .map(node -> (Labeled) node.getParent())
                .distinct()
                .filter(labeled -> labeled.getText() != null)
                .filter(labeled -> !drawn(labeled).equals(letters(labeled.getText())))
                .map(Labeled::getText)
                .toList());
    }

    /// The letters that are drawn of a text, on however many lines.
    private static String drawn(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(node -> letters(((Text) node).getText()))
                .collect(Collectors.joining());
    }

    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }

    /// The whole window, with room for what a second has changed since the last pulse.
    private Parent laidOut() {
        var root = stage.getScene().getRoot();
        root.applyCss();
        root.layout();
        return root;
    }

    /// Every text of a control that is drawn beyond the left or the right edge of the window.
    List<String> textsOutside() {
        return onFx(() -> stage.getScene().getRoot().lookupAll(".text").stream()
                .filter(node -> node.getParent() instanceof Labeled && isShown(node))
                .filter(node -> {
                    var bounds = node.localToScene(node.getLayoutBounds());
                    return bounds.getMinX() < -0.5
                            || bounds.getMaxX() > stage.getScene().getWidth() + 0.5;
                })
                .map(node -> ((Text) node).getText())
                .toList());
    }

    /// Every text of a control that is drawn beyond the left or the right edge of it.
    List<String> textsWiderThanTheirPlace() {
        return onFx(() -> laidOut().lookupAll(".text").stream()
                .filter(node -> node.getParent() instanceof Labeled && isShown(node))
                .filter(node -> {
                    // Where letters are set; their ink may reach a little farther.
                    var left = node.getLayoutX() + node.getLayoutBounds().getMinX();
                    var right = left + node.getLayoutBounds().getWidth();
                    return left < -1
                            || right > node.getParent().getLayoutBounds().getWidth() + 1;
                })
                .map(node -> ((Text) node).getText())
                .toList());
    }

    /// Whether the upper part of the node is drawn within the window.
    boolean isInSight(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinY() > -2 && bounds.getMinY() < stage.getScene().getHeight() - 8;
    }

    /// Every text drawn within the node of that id.
    List<String> drawnTexts(String id) {
        return onFx(() -> find(id).lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .toList());
    }

    /// The words on the node of that id.
    String text(String id) {
        return ((Labeled) find(id)).getText();
    }

    void awaitText(String id, String expected) {
        await(() -> has(id) && text(id).equals(expected), id + " says \u201c" + expected + "\u201d");
    }

    void awaitNode(String id) {
        await(() -> has(id), id + " is shown");
    }

    boolean has(String id) {
        return onFx(() -> {
            var node = stage.getScene().lookup(id);
            return node != null && isShown(node);
        });
    }

    /// What is on the clipboard.
    String clipboard() {
        return onFx(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }

    static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// The node of that id.
    Node node(String id) {
        return find(id);
    }

    private Node find(String id) {
        var node = onFx(() -> stage.getScene().lookup(id));
        assertThat(node).as(id).isNotNull();
        return node;
    }

    /// Waits for pulses of the window, not for time, until `condition` holds.
    void await(BooleanSupplier condition, String what) {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!onFx(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(deadline);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /// Shows the dark theme from now on, whatever the window was opened with.
    void darken() {
        onFx(() -> {
            ThemedScene.of(stage.getScene(), Optional.of(Theme.DARK)).close();
            return null;
        });
    }

    WritableImage picture() {
        WaitForAsyncUtils.waitForFxEvents(4);
        return onFx(() -> stage.getScene().snapshot(null));
    }

    /// As a screen of that scale draws it.
    WritableImage picture(double scale) {
        WaitForAsyncUtils.waitForFxEvents(4);
        return onFx(() -> {
            var scene = stage.getScene();
            var how = new SnapshotParameters();
            how.setTransform(Transform.scale(scale, scale));
            how.setFill(scene.getFill());
            // Of the scene: what lies half outside of it would make the picture larger.
            how.setViewport(new Rectangle2D(0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
            return scene.getRoot().snapshot(how, null);
        });
    }

    static <T> T onFx(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            return call(work);
        }
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return done.orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        onFx(() -> {
            window.close();
            return null;
        });
        assertThat(failures).as("thrown on the JavaFX thread").isEmpty();
    }
}
