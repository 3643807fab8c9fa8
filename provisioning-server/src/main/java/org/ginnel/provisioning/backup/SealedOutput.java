// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;

/// Encrypts what is written to it. Only a file that was closed can be opened again.
public final class SealedOutput extends OutputStream {
    private final DataOutputStream out;
    private final Pieces pieces;
    private final byte[] buffer = new byte[Pieces.LENGTH];
    private int filled;
    private boolean closed;

    /// @param key 32 bytes, from the operator's secret
    public SealedOutput(OutputStream out, byte[] key, SecureRandom random) throws IOException {
        this.out = new DataOutputStream(out);
        var salt = new byte[Pieces.SALT];
        random.nextBytes(salt);
        this.pieces = new Pieces(key, salt);
        this.out.write(Pieces.MAGIC);
        this.out.write(salt);
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == buffer.length) {
            piece(false);
        }
        buffer[filled++] = (byte) b;
    }

    private void piece(boolean last) throws IOException {
        var sealed = pieces.seal(buffer, filled, last);
        out.writeInt(sealed.length);
        out.write(sealed);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            piece(true);
            out.close();
        }
    }
}
