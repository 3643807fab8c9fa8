// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/// Decrypts what [SealedOutput] wrote. Hands out nothing that was changed; that nothing is missing is known only at the
/// end, so what was read counts only when this says that there is no more.
public final class SealedInput extends InputStream {
    private static final int END = -1;

    private final DataInputStream in;
    private final Pieces pieces;
    private int nextLength;
    private byte[] piece = new byte[0];
    private int position;

    /// @param key 32 bytes, from the operator's secret
    /// @throws IOException when it is no such file
    public SealedInput(InputStream in, byte[] key) throws IOException {
        this.in = new DataInputStream(in);
        if (!Arrays.equals(this.in.readNBytes(Pieces.MAGIC.length), Pieces.MAGIC)) {
            throw new IOException("it is no backup of ginnel-provisioning");
        }
        this.pieces = new Pieces(key, this.in.readNBytes(Pieces.SALT));
        this.nextLength = length();
        if (nextLength == END) {
            throw new IOException("it was cut off");
        }
    }

    private int length() throws IOException {
        try {
            var length = in.readInt();
            if (length < 16 || length > Pieces.LONGEST) {
                throw new IOException("it was changed: a piece of it has an impossible length");
            }
            return length;
        } catch (EOFException e) {
            return END;
        }
    }

    @Override
    public int read() throws IOException {
        while (position == piece.length) {
            if (nextLength == END) {
                return END;
            }
            next();
        }
        return piece[position++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var first = read();
        if (first == END) {
            return END;
        }
        bytes[offset] = (byte) first;
        var more = Math.min(length - 1, piece.length - position);
        System.arraycopy(piece, position, bytes, offset + 1, more);
        position += more;
        return 1 + more;
    }

    private void next() throws IOException {
        var sealed = in.readNBytes(nextLength);
        nextLength = length();
        try {
            piece = pieces.open(sealed, nextLength == END);
            position = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException("it was changed, cut off, or made with another secret", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
