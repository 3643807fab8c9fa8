// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.ginnel.ui.theme.Theme;
import org.junit.jupiter.api.Test;

class TextScaleTest {
    @Test
    void sizesOfText_grow_andRoomByAQuarter_andNothingElse() {
        assertThat(TextScale.scale(
                        ".a { -fx-font-size: 12.5px; -fx-padding: 8 4; -fx-min-height: 56px; -fx-background-radius: 9; }",
                        200))
                .isEqualTo(".a { -fx-font-size: 25.00px; -fx-padding: 10.00px 5.00px; -fx-min-height: 112.00px;"
                        + " -fx-background-radius: 9; }");
        assertThat(TextScale.scale(".a { -fx-spacing: 10px; -fx-padding: 0.21em 1.5em; }", 150))
                .isEqualTo(".a { -fx-spacing: 11.20px; -fx-padding: 0.21em 1.5em; }");
    }

    @Test
    void asItIs_isTheSheetItself_andLarger_isASheetOfItsOwn() {
        assertThat(TextScale.url(Theme.base(), 100)).isEqualTo(Theme.base());
        var url = TextScale.url(Theme.base(), 200);

        var sheet = new String(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)), StandardCharsets.UTF_8);
        assertThat(sheet).contains("-fx-font-size: 28.00px;").doesNotContain("-fx-font-size: 14px");
    }
}
