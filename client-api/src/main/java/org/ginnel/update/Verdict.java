// SPDX-License-Identifier: Apache-2.0
package org.ginnel.update;

/// What an announcement means for an installation.
public sealed interface Verdict {
    /// A newer release is there for it. The user decides; nothing is downloaded or run by itself.
    ///
    /// @param download the package of the kind and architecture that is installed
    record Offered(ReleaseVersion version, Download download) implements Verdict {}

    /// What is installed is the newest release, or newer.
    record UpToDate() implements Verdict {}

    /// A newer release is there, but it is another installation's turn first.
    record NotYet(ReleaseVersion version) implements Verdict {}

    /// A newer release is there, without a package of the kind and architecture that is installed.
    record NoPackage(ReleaseVersion version) implements Verdict {}

    /// Nothing of it is believed.
    record Refused(Refusal why) implements Verdict {}
}
