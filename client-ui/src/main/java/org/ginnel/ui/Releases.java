// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.Map;
import java.util.Optional;
import org.ginnel.ui.update.Installed;
import org.ginnel.ui.update.ReleaseChannel;

/// All that is needed to hear of newer releases.
///
/// @param environment where the user's state is
record Releases(ReleaseChannel channel, Installed installed, Map<String, String> environment) {
    /// Empty for a build without a channel, and for what came in no package.
    static Optional<Releases> of(Map<String, String> environment) {
        return ReleaseChannel.built()
                .flatMap(channel -> Installed.at(Version.jar(), Version.number())
                        .map(installed -> new Releases(channel, installed, environment)));
    }
}
