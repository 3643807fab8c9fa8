// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What an operator may do, wherever the service is. Answers are the JSON of `/api/v1/admin`.
public interface Administration extends AutoCloseable {
    /// `{"tokens":[...]}`: those of a user, or everybody's.
    JsonNode tokens(Optional<String> user);

    /// `{"token","id"}`: a new one, shown this once.
    ///
    /// @throws AdminException when it cannot be made so
    JsonNode createToken(TokenWish wish);

    /// Ends a token for good.
    ///
    /// @throws AdminException when there is none, or it was revoked before
    void revokeToken(String id);

    /// `{"devices":[...]}`: those of a user, with their use.
    JsonNode devices(String user);

    /// Takes a device back.
    ///
    /// @throws AdminException when the user has none of that id
    void removeDevice(String user, String id);

    /// `{"steps":[...]}`: what applying would change.
    ///
    /// @param blueprint YAML or JSON
    /// @throws AdminException with everything that is wrong with it
    JsonNode plan(byte[] blueprint);

    /// `{"steps":[...]}`: what was changed.
    ///
    /// @param mayRemove whether what is not wanted any more may be taken away with all it has
    /// @throws AdminException when nothing was changed, with the reason
    JsonNode apply(byte[] blueprint, boolean mayRemove);

    /// `{"entries":[...]}`: those of the record that follow one.
    ///
    /// @param after 0 for the first
    /// @param most 1 to 1000
    JsonNode record(long after, int most);

    @Override
    void close();
}
