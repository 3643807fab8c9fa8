// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import java.util.ArrayList;
import java.util.List;

/// A table: columns as wide as their widest cell, two spaces between them, none at the end of a line.
final class Columns {
    private static final int WIDEST = 40;

    private final List<Row> rows = new ArrayList<>();

    private record Row(Tone tone, List<String> cells) {}

    /// Adds a row; longer cells are cut.
    Columns row(Tone tone, List<String> cells) {
        rows.add(new Row(tone, cells.stream().map(c -> Printable.fit(c, WIDEST)).toList()));
        return this;
    }

    List<Line> lines() {
        var widths = new int[rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0)];
        for (var row : rows) {
            for (var i = 0; i < row.cells().size(); i++) {
                widths[i] = Math.max(widths[i], width(row.cells().get(i)));
            }
        }
        return rows.stream().map(r -> line(r, widths)).toList();
    }

    private static Line line(Row row, int[] widths) {
        var text = new StringBuilder();
        for (var i = 0; i < row.cells().size(); i++) {
            var cell = row.cells().get(i);
            text.append(cell).append(" ".repeat(widths[i] - width(cell) + 2));
        }
        return Line.of(row.tone(), text.toString().stripTrailing());
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
