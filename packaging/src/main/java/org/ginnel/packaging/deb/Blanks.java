// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.deb;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is filled into the files of `src/main/linux`, where they say `@NAME@`.
///
/// @param values by name
record Blanks(Map<String, String> values) {
    private static final Pattern BLANK = Pattern.compile("@([A-Z]+)@");

    Blanks {
        values = Map.copyOf(values);
    }

    /// @throws IllegalArgumentException for a blank that nothing is known for
    String fill(String text) {
        return BLANK.matcher(text).replaceAll(found -> {
            var value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing to fill in for " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
