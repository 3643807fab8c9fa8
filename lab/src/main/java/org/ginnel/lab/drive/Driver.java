// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.drive;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Finds things in a window by their ids, clicks them with the real mouse, and waits for what becomes of it.
/// Looks once a frame while it waits, and no longer than its patience. Not for the JavaFX thread.
final class Driver {
    private static final Duration FX_LIMIT = Duration.ofSeconds(20);

    private final Stage stage;
    private final Duration patience;

    /// @param patience how long anything may take to appear
    Driver(Stage stage, Duration patience) {
        this.stage = stage;
        this.patience = patience;
    }

    /// Clicks the node of that id as soon as it is there and may be used.
    void click(String id) {
        await(id + " can be clicked", () -> find(id).filter(node -> !node.isDisabled()));
        onFx(() -> {
            var node = find(id).orElseThrow();
            var bounds = node.localToScreen(node.getLayoutBounds());
            var robot = new Robot();
            robot.mouseMove(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        });
    }

    /// Puts a text into the field of that id, in place of what it holds, as soon as it is there.
    void fill(String id, String text) {
        await(id + " takes a text", () -> find(id).filter(TextInputControl.class::isInstance));
        onFx(() -> {
            ((TextInputControl) find(id).orElseThrow()).setText(text);
            return true;
        });
    }

    /// Waits until the words on the node of that id are such.
    ///
    /// @return the words
    String awaitText(String id, Predicate<String> such) {
        return await(
                id + " says what it should",
                () -> find(id).filter(Labeled.class::isInstance)
                        .map(node -> ((Labeled) node).getText())
                        .filter(such));
    }

    /// Waits until it is there.
    void awaitNode(String id) {
        await(id + " is shown", () -> find(id));
    }

    /// Writes a picture of the window.
    void picture(Path png) {
        var image = onFx(() -> stage.getScene().snapshot(null));
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var reader = image.getPixelReader();
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                copy.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", png.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Node> find(String id) {
        return Optional.ofNullable(stage.getScene().lookup("#" + id)).filter(node -> isShown(node));
    }

    private static boolean isShown(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private <T> T await(String what, Supplier<Optional<T>> look) {
        var found = new CompletableFuture<T>();
        var timer = new CompletableFuture<AnimationTimer>();
        Platform.runLater(() -> {
            var everyFrame = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    look.get().ifPresent(found::complete);
                }
            };
            timer.complete(everyFrame);
            everyFrame.start();
        });
        try {
            return get(found, patience, what);
        } finally {
            Platform.runLater(() -> timer.join().stop());
        }
    }

    /// Does something on the JavaFX thread and waits for it.
    static <T> T onFx(Supplier<T> work) {
        return get(CompletableFuture.supplyAsync(work, Platform::runLater), FX_LIMIT, "the window answers");
    }

    private static <T> T get(CompletableFuture<T> future, Duration limit, String what) {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DriveException("in " + limit.toSeconds() + " s it did not come true that " + what, e);
        } catch (ExecutionException e) {
            throw new DriveException("the window failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriveException("interrupted", e);
        }
    }
}
