// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.tray.icon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.ginnel.ui.tray.TrayIcon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixmapTest {
    private static final int WHITE = 255;
    private static final int BLACK = 0;

    @ParameterizedTest
    @EnumSource(TrayIcon.class)
    void icon_standsOutFromLightAndDarkPanels(TrayIcon icon) {
        var pixmap = Pixmap.of(icon, 22);

        assertThat(pixels(pixmap).filter(argb -> over(argb, WHITE) < 110).count())
                .isGreaterThan(30);
        assertThat(pixels(pixmap).filter(argb -> over(argb, BLACK) > 200).count())
                .isGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 22, 44})
    void icons_differInShapeWhateverThePanel(int size) {
        for (var one : TrayIcon.values()) {
            for (var other : TrayIcon.values()) {
                if (one.compareTo(other) < 0) {
                    assertThat(difference(one, other, size, WHITE))
                            .as("%s and %s on white", one, other)
                            .isGreaterThan(size * size / 60);
                    assertThat(difference(one, other, size, BLACK))
                            .as("%s and %s on black", one, other)
                            .isGreaterThan(size * size / 60);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TrayIcon.class)
    void icon_keepsClearOfItsBorder(TrayIcon icon) {
        var pixmap = Pixmap.of(icon, 44);

        assertThat(IntStream.range(0, 44)
                        .flatMap(i -> IntStream.of(
                                pixmap.argb(i, 0), pixmap.argb(i, 43), pixmap.argb(0, i), pixmap.argb(43, i))))
                .allMatch(argb -> argb >>> 24 == 0);
    }

    @Test
    void icon_isGreyOnly() {
        assertThat(pixels(Pixmap.of(TrayIcon.EXPOSED, 22)).boxed())
                .allMatch(argb -> (argb & 0xff) == (argb >> 8 & 0xff) && (argb & 0xff) == (argb >> 16 & 0xff));
    }

    @Test
    void networkOrder_isAlphaRedGreenBlue() {
        var pixmap = Pixmap.of(TrayIcon.PROTECTED, 16);
        var bytes = pixmap.networkOrder();
        var middle = 4 * (4 * 16 + 8);

        assertThat(bytes).hasSize(4 * 16 * 16);
        assertThat(pixmap.argb(8, 4)).isEqualTo(0xfffafafa);
        assertThat(bytes[middle]).isEqualTo((byte) 0xff);
        assertThat(bytes[middle + 3]).isEqualTo((byte) 0xfa);
        assertThat(bytes[0]).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 7, 513, Integer.MAX_VALUE})
    void sizes_outOfRange_areRefused(int size) {
        assertThatThrownBy(() -> Pixmap.of(TrayIcon.OPEN, size)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long difference(TrayIcon one, TrayIcon other, int size, int panel) {
        var first = Pixmap.of(one, size);
        var second = Pixmap.of(other, size);
        return IntStream.range(0, size * size)
                .filter(i -> Math.abs(over(first.argb(i % size, i / size), panel)
                                - over(second.argb(i % size, i / size), panel))
                        > 100)
                .count();
    }

    private static IntStream pixels(Pixmap pixmap) {
        var size = pixmap.size();
        return IntStream.range(0, size * size).map(i -> pixmap.argb(i % size, i / size));
    }

    /// The grey that a person sees when the pixel lies over a panel of that grey.
    private static int over(int argb, int panel) {
        var alpha = argb >>> 24;
        return ((argb & 0xff) * alpha + panel * (255 - alpha)) / 255;
    }
}
