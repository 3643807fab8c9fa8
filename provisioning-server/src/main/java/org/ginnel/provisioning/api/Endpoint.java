// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Answers one kind of call.
interface Endpoint {
    /// The JSON of a 200.
    ///
    /// @throws Refusal when the answer is a problem
    ObjectNode answer(Call call);
}
