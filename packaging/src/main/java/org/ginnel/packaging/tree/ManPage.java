// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A manual page of what a program says about itself with `--help`.
///
/// @param name of the program
/// @param section of the manual
/// @param summary what it is, in half a sentence
/// @param texts what it says, one after the other, each with its heading
/// @param seeAlso other pages, such as `ginneld(8)`
record ManPage(String name, int section, String summary, List<Text> texts, List<String> seeAlso) {
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+) {2,}\\S");

    /// @param heading of the part
    /// @param body lines as on a terminal
    record Text(String heading, String body) {}

    ManPage {
        texts = List.copyOf(texts);
        seeAlso = List.copyOf(seeAlso);
    }

    /// The commands that a program lists in its help, each on a line of its own with what it is for.
    static List<String> commandsIn(String help) {
        return COMMAND.matcher(help).results().map(line -> line.group(1)).toList();
    }

    /// The page in the language of man(7).
    ///
    /// @param date of the release
    String render(String version, LocalDate date) {
        var page = new StringBuilder();
        page.append(".\\\" SPDX-License-Identifier: Apache-2.0\n");
        page.append(".TH %s %d %s \"Ginnel %s\"\n".formatted(name.toUpperCase(Locale.ROOT), section, date, version));
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
