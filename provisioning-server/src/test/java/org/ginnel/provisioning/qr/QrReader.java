// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/// Reads QR codes with somebody else's decoder, as a phone does.
public final class QrReader {
    private static final Pattern MODULE = Pattern.compile("M(\\d+),(\\d+)h1v1h-1z");

    private QrReader() {}

    public static String png(byte[] bytes) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            return decode(image.getWidth(), (x, y) -> (image.getRGB(x, y) & 0xff) < 128);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String svg(String text) {
        var size = Integer.parseInt(text.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        var dark = new boolean[size][size];
        var modules = MODULE.matcher(text);
        while (modules.find()) {
            dark[Integer.parseInt(modules.group(2))][Integer.parseInt(modules.group(1))] = true;
        }
        return decode(size * 4, (x, y) -> dark[y / 4][x / 4]);
    }

    static String terminal(String text) {
        var lines = text.lines()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .toList();
        return decode(lines.getFirst().length() * 4, (x, y) -> {
            if (y / 8 >= lines.size()) {
                return false;
            }
            var c = lines.get(y / 8).charAt(x / 4);
            return c == '\u2588' || c == (y / 4 % 2 == 0 ? '\u2580' : '\u2584');
        });
    }

    private static String decode(int size, BiPredicate<Integer, Integer> dark) {
        var pixels = new int[size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = dark.test(i % size, i / size) ? 0 : 0xffffff;
        }
        try {
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
            return new QRCodeReader().decode(bitmap).getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no QR code is found", e);
        } catch (ReaderException e) {
            throw new AssertionError("the QR code cannot be read", e);
        }
    }
}
