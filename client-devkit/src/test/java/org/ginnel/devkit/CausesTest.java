// SPDX-License-Identifier: Apache-2.0
package org.ginnel.devkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;

class CausesTest {
    @Test
    void everyKindOfCause_isThereOnce() {
        assertThat(Causes.ALL.stream().<Class<?>>map(Object::getClass))
                .containsExactly(ErrorCause.class.getPermittedSubclasses());
    }
}
