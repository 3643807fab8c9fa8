// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One HTTP request, before its body is read.
///
/// @param method in upper case
/// @param path decoded, without the query
/// @param query a query parameter by name, the first where there are several
/// @param header a header by name, in any case, the first where there are several
/// @param parameters what stands in the path where the route has a name in braces
/// @param remote where it came from
public record Call(
        String method,
        String path,
        Map<String, String> parameters,
        Function<String, Optional<String>> query,
        Function<String, Optional<String>> header,
        InetAddress remote,
        Body body) {
    public Call {
        parameters = Map.copyOf(parameters);
    }

    Call with(Map<String, String> found) {
        return new Call(method, path, found, query, header, remote, body);
    }

    /// What stands in the path for a name of the route.
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /// What is left of the request on the wire.
    public interface Body {
        /// Reads it, but never more than `limit` bytes and one.
        ///
        /// @return empty when there is more than that
        /// @throws IncompleteBodyException when it does not arrive
        Optional<byte[]> read(int limit);
    }
}
