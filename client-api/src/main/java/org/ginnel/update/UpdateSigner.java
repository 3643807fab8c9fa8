// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

/// Signs announcements; for whoever makes releases.
///
/// @param pair of Ed25519
public record UpdateSigner(KeyPair pair) {
    /// The announcement as it travels.
    ///
    /// @throws GeneralSecurityException when the pair is none of Ed25519
    public byte[] sign(Announcement announcement) throws GeneralSecurityException {
        return sign(AnnouncementCodec.write(announcement));
    }

    /// The same for any bytes.
    byte[] sign(byte[] payload) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(Envelope.toSign(payload));
        var text = Base64.getEncoder().encodeToString(signature.sign());
        var signed = new Envelope.Signed(UpdateKey.of(pair.getPublic()).id(), text);
        return new Envelope(List.of(signed), payload).bytes();
    }

    /// Without the private key.
    @Override
    public String toString() {
        return "UpdateSigner[" + UpdateKey.of(pair.getPublic()).id() + "]";
    }
}
