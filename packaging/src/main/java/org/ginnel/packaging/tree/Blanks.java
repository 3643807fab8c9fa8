// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is filled into the files of `src/main/linux`, where they say `@NAME@`.
///
/// @param values by name
public record Blanks(Map<String, String> values) {
    private static final Pattern BLANK = Pattern.compile("@([A-Z]+)@");

    public Blanks {
        values = Map.copyOf(values);
    }

    /// The text without blanks.
    ///
    /// @throws IllegalArgumentException for a blank that nothing is known for
    public String fill(String text) {
        return BLANK.matcher(text).replaceAll(found -> {
            var value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing to fill in for " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /// The same with more to fill in.
    public Blanks and(Map<String, String> more) {
        var all = new HashMap<>(values);
        all.putAll(more);
        return new Blanks(all);
    }
}
