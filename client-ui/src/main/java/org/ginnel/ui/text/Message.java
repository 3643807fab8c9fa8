// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.text;

import java.util.List;

/// A sentence that is not in any language yet: a key of `messages.properties` and the facts to put in.
///
/// @param key `feature.element`, always a literal in the source so that a test can find it
/// @param facts strings, whole numbers or messages, in the order of `{0}`, `{1}` ...
public record Message(String key, List<Object> facts) {
    public Message {
        facts = List.copyOf(facts);
    }

    /// A sentence of that key with those facts.
    public static Message of(String key, Object... facts) {
        return new Message(key, List.of(facts));
    }
}
