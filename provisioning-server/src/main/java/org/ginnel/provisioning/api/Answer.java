// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.Map;

/// One HTTP response.
///
/// @param headers besides the content's length; they win over the usual ones
/// @param json the body, empty for none
public record Answer(int status, Map<String, String> headers, String json) {
    public Answer {
        headers = Map.copyOf(headers);
    }
}
