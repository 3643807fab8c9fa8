// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.update;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.ginnel.packaging.PackagingException;
import org.ginnel.update.UpdateKey;

/// The key that announcements are signed with: a line with the private key (PKCS #8 in base64) and one with the public
/// key, in a file that its owner alone may read.
record KeyFile(Path file) {
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");
    private static final String ALGORITHM = "Ed25519";

    /// Makes a new one.
    ///
    /// @throws PackagingException when the file is there already
    UpdateKey make() throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            throw new PackagingException(file + " is there already");
        }
        var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        var publicKey = UpdateKey.of(pair.getPublic());
        var text = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n" + publicKey.text() + "\n";
        try (var out = Files.newByteChannel(
                file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ALONE))) {
            out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        }
        return publicKey;
    }

    /// @throws PackagingException when others may read it, or it holds no key
    KeyPair read() throws IOException {
        if (!Files.getPosixFilePermissions(file).equals(OWNER_ALONE)) {
            throw new PackagingException("others may read " + file + ": chmod 600 it, or better, make a new one");
        }
        var lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst()));
            return new KeyPair(
                    publicKey(lines.get(1)), KeyFactory.getInstance(ALGORITHM).generatePrivate(encoded));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new PackagingException(file + " holds no key of ours", e);
        }
    }

    private PublicKey publicKey(String text) {
        return UpdateKey.parse(text)
                .map(UpdateKey::key)
                .orElseThrow(() -> new PackagingException(file + " holds no public key"));
    }
}
