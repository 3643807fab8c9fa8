// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.deb;

import java.time.LocalDate;
import java.util.List;

/// A manual page of what a program says about itself with `--help`.
///
/// @param name of the program
/// @param section of the manual
/// @param summary what it is, in half a sentence
/// @param texts what it says, one after the other, each with its heading
/// @param seeAlso other pages, such as `ginneld(8)`
record ManPage(String name, int section, String summary, List<Text> texts, List<String> seeAlso) {
    /// @param heading of the part
    /// @param body lines as on a terminal
    record Text(String heading, String body) {}

    ManPage {
        texts = List.copyOf(texts);
        seeAlso = List.copyOf(seeAlso);
    }

    /// The page in the language of man(7).
    ///
    /// @param date of the release
    String render(String version, LocalDate date) {
        var page = new StringBuilder();
        page.append(".\\\" SPDX-License-Identifier: Apache-2.0\n");
        page.append(".TH %s %d %s \"Ginnel %s\"\n"
                .formatted(name.toUpperCase(java.util.Locale.ROOT), section, date, version));
        page.append(".SH NAME\n%s \\- %s\n".formatted(name, escaped(summary)));
        for (var text : texts) {
            page.append(".SH ").append(escaped(text.heading())).append("\n.nf\n");
            text.body().lines().forEach(line -> page.append(escaped(line)).append('\n'));
            page.append(".fi\n");
        }
        return page.append(".SH SEE ALSO\n")
                .append(String.join(", ", seeAlso))
                .append('\n')
                .toString();
    }

    /// A line that begins with a dot or an apostrophe would be a command; a bare hyphen would become a dash.
    private static String escaped(String line) {
        var text = line.replace("\\", "\\e").replace("-", "\\-");
        return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
    }
}
