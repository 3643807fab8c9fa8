// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

import java.time.LocalDate;
import java.util.List;
import org.ginnel.devkit.Golden;
import org.junit.jupiter.api.Test;

/// Manual pages say what the program says, whatever that is.
class ManPageTest {
    @Test
    void aPage_isAsReviewed() {
        var help = "usage: it [--wait]\n\n.begins with a dot\n'begins with an apostrophe\na back\\slash\n";
        var texts = List.of(new ManPage.Text("SYNOPSIS", help), new ManPage.Text("connect", "  --wait  Waits.\n"));
        var page = new ManPage("it", 1, "a program - for a test", texts, List.of("other(8)", "ginnel(1)"));

        Golden.check("man/it.1", page.render("1.2.3", LocalDate.of(2026, 11, 21)));
    }
}
