// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.own;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Reads the QR code of a picture.
public final class QrImage {
    /// What a picture is scaled down to before it is looked at, in pixels.
    private static final double LARGEST = 1600;

    /// The text of the code; empty when there is no picture, or no code to be found in it.
    public static Optional<String> read(Path file) {
        var image = new Image(file.toUri().toString(), LARGEST, LARGEST, true, true);
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        if (image.isError() || width < 1 || height < 1) {
            return Optional.empty();
        }
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, opaque(pixels))));
            return Optional.of(new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException _) {
            return Optional.empty(); // a code that cannot be made out is none
        }
    }

    /// What is transparent is white.
    private static int[] opaque(int[] pixels) {
        for (var i = 0; i < pixels.length; i++) {
            if (pixels[i] >>> 24 < 128) {
                pixels[i] = 0xffffffff;
            }
        }
        return pixels;
    }

    private QrImage() {}
}
