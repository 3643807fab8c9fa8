// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BlanksTest {
    private final Blanks blanks = new Blanks(Map.of("HOME", "/usr/lib/a $1 \\ b"));

    @Test
    void everyBlank_isFilledToTheLetter() {
        assertThat(blanks.fill("ExecStart=@HOME@/bin/x someone@example @HOME@"))
                .isEqualTo("ExecStart=/usr/lib/a $1 \\ b/bin/x someone@example /usr/lib/a $1 \\ b");
    }

    @Test
    void aBlankThatNobodyKnows_isRefused() {
        assertThatThrownBy(() -> blanks.fill("@HOUSE@")).isInstanceOf(IllegalArgumentException.class);
    }
}
