// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What package managers run: their own conditions around the same three pieces of shell, whichever manager it is.
///
/// @param sources that they lie in
/// @param blanks to fill in
public record Scripts(Sources sources, Blanks blanks) {
    /// The script of that name with the pieces it asks for: `@BEGIN@`, `@END@` and `@FORGET@`.
    public String filled(String name) throws IOException {
        return blanks.and(pieces()).fill(sources.text(name));
    }

    /// The pieces, each with its own blanks filled.
    public Map<String, String> pieces() throws IOException {
        var pieces = new HashMap<String, String>();
        for (var piece : sources.names("pieces")) {
            var text = blanks.fill(sources.text("pieces/" + piece));
            pieces.put(piece.toUpperCase(Locale.ROOT), text.strip());
        }
        return pieces;
    }
}
