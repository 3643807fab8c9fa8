// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.update;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ginnel.update.Announcement;
import org.ginnel.update.Download;
import org.ginnel.update.ReleaseVersion;
import org.ginnel.update.UpdateKey;
import org.ginnel.update.UpdateSigner;

/// Announcements of newer releases, as whoever has the key makes them.
public final class SignedReleases {
    /// What runs in tests.
    public static final Installed INSTALLED = new Installed(new ReleaseVersion(0, 1, 0), "deb", "amd64");

    private final KeyPair pair;

    public SignedReleases() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has Ed25519", e);
        }
    }

    /// Whom to believe.
    public UpdateKey key() {
        return UpdateKey.of(pair.getPublic());
    }

    /// Of that version, from now on for two weeks, for everybody.
    public byte[] announcement(long serial, String version, Instant now) {
        var download = new Download(
                "deb",
                "amd64",
                URI.create("https://releases.example/ginnel_" + version + "_amd64.deb"),
                53_000_000,
                "ab".repeat(32));
        try {
            return new UpdateSigner(pair)
                    .sign(new Announcement(
                            serial,
                            ReleaseVersion.parse(version).orElseThrow(),
                            now.minusSeconds(60),
                            now.plus(Duration.ofDays(14)),
                            1000,
                            List.of(download)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java signs with Ed25519", e);
        }
    }
}
