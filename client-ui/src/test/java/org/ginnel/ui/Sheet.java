// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// Pictures side by side and one below the other, in a file of modest size: of 255 colours, which is what a flat
/// window needs.
final class Sheet {
    private static final int GAP = 16;
    private static final int COLOURS = 255;
    private static final int GROUND = 0x808080;

    private Sheet() {}

    /// Writes rows of pictures of one size.
    static void write(Path file, List<List<BufferedImage>> rows, double scale) throws IOException {
        write(file, of(rows, scale));
    }

    /// The same in all colours: of a little icon's, none may be left among 255.
    static void writeWhole(Path file, List<List<BufferedImage>> rows) throws IOException {
        ImageIO.write(of(rows, 1), "png", file.toFile());
    }

    private static BufferedImage of(List<List<BufferedImage>> rows, double scale) {
        var first = rows.getFirst().getFirst();
        var width = (int) (first.getWidth() * scale);
        var height = (int) (first.getHeight() * scale);
        var columns = rows.getFirst().size();
        var sheet = new BufferedImage(
                columns * (width + GAP) + GAP, rows.size() * (height + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setColor(new Color(GROUND));
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (var row = 0; row < rows.size(); row++) {
            for (var column = 0; column < columns; column++) {
                var x = GAP + column * (width + GAP);
                var y = GAP + row * (height + GAP);
                pen.drawImage(rows.get(row).get(column), x, y, width, height, null);
            }
        }
        pen.dispose();
        return sheet;
    }

    /// Writes one picture.
    static void write(Path file, BufferedImage picture) throws IOException {
        ImageIO.write(indexed(picture), "png", file.toFile());
    }

    private static BufferedImage indexed(BufferedImage picture) {
        var palette = palette(picture);
        var bytes = new byte[3][palette.length];
        for (var i = 0; i < palette.length; i++) {
            bytes[0][i] = (byte) (palette[i] >> 16);
            bytes[1][i] = (byte) (palette[i] >> 8);
            bytes[2][i] = (byte) palette[i];
        }
        var model = new IndexColorModel(8, palette.length, bytes[0], bytes[1], bytes[2]);
        var indexed =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var index = nearest.computeIfAbsent(picture.getRGB(x, y) & 0xffffff, c -> nearest(palette, c));
                indexed.getRaster().setSample(x, y, 0, index);
            }
        }
        return indexed;
    }

    private static int[] palette(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                // Shades that nobody tells apart count as one, so that letters do not take all places.
                counts.merge(picture.getRGB(x, y) & 0xfcfcfc, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Integer, Integer> e) -> -e.getValue()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int[] palette, int colour) {
        var distances = Arrays.stream(palette).map(c -> distance(c, colour)).toArray();
        var best = 0;
        for (var i = 1; i < distances.length; i++) {
            best = distances[i] < distances[best] ? i : best;
        }
        return best;
    }

    private static int distance(int one, int other) {
        var red = (one >> 16) - (other >> 16);
        var green = (one >> 8 & 255) - (other >> 8 & 255);
        var blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }
}
