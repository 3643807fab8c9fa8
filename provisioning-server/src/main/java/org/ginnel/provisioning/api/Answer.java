// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.api;

import java.util.Map;

/// One HTTP response with a JSON body.
///
/// @param headers besides the content's type and length
public record Answer(int status, Map<String, String> headers, String json) {
    public Answer {
        headers = Map.copyOf(headers);
    }
}
