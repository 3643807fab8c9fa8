// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.net.InetAddress;
import java.util.List;
import org.ginnel.account.ApiKey;

/// Opens the way to an operator's API. Cheap: nothing is sent.
public interface Operators {
    /// The API at that address, for that key.
    ///
    /// @param apiUrl as [org.ginnel.control.Request.Login] takes it
    /// @param lastAddresses where its host was found before, for when names cannot be looked up; may be empty
    Operator open(String apiUrl, ApiKey key, List<InetAddress> lastAddresses);
}
