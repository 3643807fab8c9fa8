// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.qr;

import io.nayuki.qrcodegen.QrCode;

/// A text as a QR code, with the quiet zone of four modules that the standard asks for. Holds what the text holds: a
/// picture of a config is as secret as the config.
public final class QrPicture {
    private static final int QUIET = 4;

    private final QrCode code;

    private QrPicture(QrCode code) {
        this.code = code;
    }

    /// The picture of a text.
    ///
    /// @throws IllegalArgumentException when the text is too long for a QR code
    public static QrPicture of(String text) {
        return new QrPicture(QrCode.encodeText(text, QrCode.Ecc.LOW));
    }

    /// Modules on each side, with the quiet zone.
    int size() {
        return code.size + 2 * QUIET;
    }

    boolean isDark(int x, int y) {
        return code.getModule(x - QUIET, y - QUIET);
    }

    /// An SVG that is sharp at any size.
    public String svg() {
        var path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                if (isDark(x, y)) {
                    path.append('M').append(x).append(',').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size() + " " + size()
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0,0h" + size() + "v" + size() + "h-"
                + size()
                + "z\"/><path d=\"" + path + "\"/></svg>\n";
    }

    /// A PNG.
    ///
    /// @param scale pixels a module, 1 or more
    public byte[] png(int scale) {
        return Png.encode(size() * scale, (x, y) -> isDark(x / scale, y / scale));
    }

    /// For a terminal, two modules a character, dark on light whatever its colours are.
    public String terminal() {
        var text = new StringBuilder();
        for (int y = 0; y < size(); y += 2) {
            text.append("\u001b[30;107m");
            for (int x = 0; x < size(); x++) {
                var upper = isDark(x, y);
                var lower = isDark(x, y + 1);
                text.append(upper ? (lower ? '\u2588' : '\u2580') : (lower ? '\u2584' : ' '));
            }
            text.append("\u001b[0m\n");
        }
        return text.toString();
    }
}
