// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CommandTest {
    @Test
    void whatItSays_isItsStandardOutputAlone() throws IOException {
        assertThat(Command.run("sh", "-c", "echo said; echo warned >&2")).isEqualTo("said\n");
    }

    @Test
    void aFailure_isToldWithAllItSaid() {
        assertThatThrownBy(() -> Command.run("sh", "-c", "echo said; echo why >&2; exit 3"))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("said")
                .hasMessageContaining("why");
    }

    @Test
    @Timeout(20)
    void aProgramThatNeverEnds_isEnded() {
        assertThatThrownBy(() -> Command.run(List.of("sleep", "60"), Duration.ofMillis(50)))
                .isInstanceOf(PackagingException.class);
    }
}
