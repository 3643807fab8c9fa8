// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.update;

import java.util.regex.Pattern;
import org.ginnel.update.Download;
import org.ginnel.update.ReleaseVersion;

/// A newer release that is on offer here.
///
/// @param version of it
/// @param installed what runs here
/// @param download of the package of the same kind
public record Release(ReleaseVersion version, ReleaseVersion installed, Download download) {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,127}");

    /// A line for a shell that fetches the package, here and over HTTPS only, and says whether it is the one
    /// that was announced. For a package whose name no shell should see, its address alone.
    public String command() {
        var address = download.address().toString();
        var name = address.substring(address.lastIndexOf('/') + 1);
        return FILE_NAME.matcher(name).matches()
                ? "curl --proto =https -fLo " + name + " '" + address.replace("'", "'\\''") + "' && echo '"
                        + download.sha256() + "  " + name + "' | sha256sum -c"
                : address;
    }
}
