// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host. Called from any thread; may block, but not for ever.
@FunctionalInterface
public interface NameLookup {
    /// The addresses of `host`, at least one.
    ///
    /// @throws UnknownHostException when there are none, or nobody could say in time
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
