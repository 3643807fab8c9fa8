// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file's bytes add up to, as `sha256sum(1)` and its kin say it.
public final class FileSum {
    public static final String SHA_256 = "SHA-256";

    /// The sum in hexadecimal, in small letters. Holds a part of the file at a time.
    ///
    /// @param algorithm one that every Java has: [#SHA_256], or `MD5`, which Debian's packages still list
    public static String of(String algorithm, Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance(algorithm))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5 and SHA-256", e);
        }
    }

    private FileSum() {}
}
