// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.ginnel.devkit.FakeDaemon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything can be reached and used by keyboard, says what it is to those who do not see it, and shows where the
/// keyboard is to those who do.
class AccessibilityTest {
    static Stream<Place> places() {
        return Place.all();
    }

    @ParameterizedTest
    @MethodSource("places")
    void everything_isReachedByTab_named_andSeenToHaveTheKeyboard(Place place) {
        try (var daemon = FakeDaemon.start(place.scenario().get());
                var window = new DrivenWindow(daemon.socket(), Map.of("GINNEL_THEME", "light"))) {
            place.way().accept(window);
            window.await(() -> true, "it is drawn");
            var unfocused = DrivenWindow.onFx(() -> looks(window));
            assertThat(unfocused).hasSizeGreaterThan(1);
            for (var node : unfocused.keySet()) {
                assertThat(nameOf(node)).as(node + " has a name").isNotBlank();
                assertThat(node.getAccessibleRole())
                        .as(node + " has a role")
                        .isNotIn(AccessibleRole.NODE, AccessibleRole.PARENT);
            }

            Map<Node, String> focused = new LinkedHashMap<>();
            for (var i = 0; i < unfocused.size() + 3; i++) {
                window.press(KeyCode.TAB);
                DrivenWindow.onFx(() -> {
                    var owner = window.stage.getScene().getFocusOwner();
                    window.stage.getScene().getRoot().applyCss();
                    assertThat(window.isInSight(owner))
                            .as(owner + " is in sight")
                            .isTrue();
                    return focused.put(owner, look(owner));
                });
            }
            unfocused.keySet().removeIf(AccessibilityTest::isReachedByArrows);
            assertThat(focused.keySet()).containsAll(unfocused.keySet());
            unfocused.forEach((node, look) ->
                    assertThat(focused.get(node)).as(node + " shows the focus").isNotEqualTo(look));
        }
    }

    /// Of the buttons of which one is chosen, Tab reaches the chosen one, and arrows the others.
    private static boolean isReachedByArrows(Node node) {
        return node instanceof ToggleButton button && button.getToggleGroup() != null && !button.isSelected();
    }

    /// Whatever can have the focus, but does not have it now, and how it looks.
    private static Map<Node, String> looks(DrivenWindow window) {
        Map<Node, String> looks = new LinkedHashMap<>();
        window.stage.getScene().getRoot().requestFocus();
        window.stage.getScene().getRoot().applyCss();
        window.stage.getScene().getRoot().lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && DrivenWindow.isShown(node))
                .forEach(node -> looks.put(node, look(node)));
        return looks;
    }

    /// Colours and lines of a node, of what it holds and of the frame around it.
    private static String look(Node node) {
        var parts = Stream.concat(Stream.of(node, node.getParent()), parts(node).stream());
        return parts.filter(Region.class::isInstance)
                .map(Region.class::cast)
                .map(region -> fills(region).toString() + strokes(region))
                .toList()
                .toString();
    }

    private static Set<Node> parts(Node node) {
        return node.lookupAll("*");
    }

    private static List<?> fills(Region region) {
        return region.getBackground() == null
                ? List.of()
                : region.getBackground().getFills().stream()
                        .map(fill -> fill.getFill() + "/" + fill.getInsets())
                        .toList();
    }

    private static List<?> strokes(Region region) {
        return region.getBorder() == null
                ? List.of()
                : region.getBorder().getStrokes().stream()
                        .map(stroke -> List.of(stroke.getTopStroke(), stroke.getBottomStroke(), stroke.getWidths()))
                        .toList();
    }

    private static String nameOf(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        return switch (node) {
            case Labeled labeled -> String.valueOf(labeled.getText());
            case TextInputControl input -> String.valueOf(input.getPromptText());
            default -> "";
        };
    }
}
