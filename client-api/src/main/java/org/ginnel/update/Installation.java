// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// What is installed here.
///
/// @param id made at random by the installation itself, and never sent anywhere
/// @param version of it
/// @param kind of package that it came in, as [Download#kind()]
/// @param architecture as [Download#architecture()]
public record Installation(UUID id, ReleaseVersion version, String kind, String architecture) {
    private static final int MILLE = 1000;

    /// Whether a release is offered here when it is to `perMille` of a thousand installations. For one release the
    /// answer stays the same, and stays yes when the share grows; for another release others come first.
    boolean isAmong(int perMille, ReleaseVersion release) {
        var text = "ginnel roll-out\n" + release + "\n" + id;
        var hash = ByteBuffer.wrap(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)));
        return Long.remainderUnsigned(hash.getLong(), MILLE) < perMille;
    }
}
