// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

class QrImageTest {
    private static final String CONFIG = """
            [Interface]
            PrivateKey = yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=
            Address = 10.7.0.2/32

            [Peer]
            PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
            AllowedIPs = 0.0.0.0/0
            Endpoint = 192.0.2.1:51820
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void theCodeOfAConfig_isReadToTheLetter() throws Exception {
        var matrix = new QRCodeWriter().encode(CONFIG, BarcodeFormat.QR_CODE, 600, 600);
        var picture = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        for (var x = 0; x < 600; x++) {
            for (var y = 0; y < 600; y++) {
                picture.setRGB(x, y, matrix.get(x, y) ? 0xff000000 : 0);
            }
        }
        var file = folder.resolve("code.png");
        ImageIO.write(picture, "png", file.toFile());

        assertThat(QrImage.read(file)).contains(CONFIG);
    }

    @Test
    void whatIsNoPicture_orHasNoCode_isEmpty() throws Exception {
        var blank = folder.resolve("blank.png");
        ImageIO.write(new BufferedImage(80, 80, BufferedImage.TYPE_INT_RGB), "png", blank.toFile());
        assertThat(QrImage.read(blank)).isEmpty();
        assertThat(QrImage.read(Files.write(folder.resolve("broken.png"), new byte[] {(byte) 137, 80, 78, 71, 0})))
                .isEmpty();
        assertThat(QrImage.read(folder.resolve("gone.png"))).isEmpty();
    }
}
